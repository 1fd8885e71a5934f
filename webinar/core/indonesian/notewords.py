"""Word tables for reading the grammar of notes (``notes.py``)."""

from __future__ import annotations


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


INTERROGATIVES = _set(
    """
bagaimana bagaimanakah apa apakah mengapa kenapa kapan kapankah siapa siapakah berapa berapakah
"""
)
TOPICS = _set(
    """
tentang mengenai terkait soal seputar perihal
"""
)
PURPOSES = _set(
    """
untuk guna demi
"""
)

# what a note-taker wrote in the passive is what the speaker did
PASSIVE_APPEALS = {
    "diharapkan": "berharap",
    "diimbau": "mengimbau",
    "dihimbau": "mengimbau",
    "diminta": "meminta",
    "diingatkan": "mengingatkan",
    "ditekankan": "menekankan",
    "ditegaskan": "menegaskan",
    "dijelaskan": "menjelaskan",
    "disampaikan": "menyampaikan",
    "dipaparkan": "memaparkan",
    "semoga": "berharap",
}

SPEECH_VERBS = _set(
    """
menyampaikan mengatakan menjelaskan memaparkan menuturkan menerangkan menambahkan menegaskan
menekankan mengingatkan mengimbau mengajak berharap menyoroti membahas menguraikan mengulas
mengemukakan menyatakan mengungkapkan menyebutkan mencontohkan mengapresiasi meminta berpesan
menggarisbawahi membeberkan menyinggung memperkenalkan mendorong menceritakan mengisahkan bercerita
membagikan mengusulkan menyarankan menyebut mengucapkan mengutip menghimbau
"""
)

# what somebody says to the audience: "selamat datang", "terima kasih kepada panitia"
ADDRESSES = _set("selamat terima salam")

# who a note-taker calls the speaker
SPEAKER_WORDS = _set("ia dia beliau narasumber pemateri pembicara moderator pembahas")

# one word that answers a question
REPLIES = _set("ya iya tidak bisa dapat boleh belum sudah benar betul")

PREPOSITIONS = _set(
    """
di ke dari pada dalam dengan untuk guna oleh sebagai tentang mengenai terhadap terkait melalui
menurut bersama berdasarkan menjelang menuju termasuk tersebut bagi kepada antara berupa beserta
tertentu berikut menyangkut bertahap berkala bersama-sama berkelanjutan berbasis berbagai menyeluruh
mendalam merata mandiri mendatang berjenjang berintegritas berkualitas berkeadilan beragam berbeda
terbuka terpadu terintegrasi
"""
)

MODALS = _set(
    """
adalah merupakan ialah akan harus dapat bisa perlu wajib telah sudah sedang masih belum tidak bukan
makin semakin sangat boleh mesti hendaknya sebaiknya diharapkan tetap sering selalu pernah tak
jangan bukanlah mampu hanya seharusnya tidaklah haruslah harusnya sepatutnya berhak berkewajiban
bertujuan
"""
)

BASE_VERBS = _set(
    """
ada datang hadir ikut masuk keluar naik turun tumbuh lahir hilang punya jadi ingin mau tahu paham
gagal berhasil mulai selesai terjadi terdiri termuat tersedia tercatat bekerja belajar tinggal
pindah pergi lulus setuju sadar percaya mencapai berada menjadi memiliki membutuhkan memerlukan
bergantung berlaku berlangsung dimulai berakhir meningkat menurun
"""
)

HIDES_PREDICATE = _set(
    """
yang untuk guna dalam dengan agar tanpa cara upaya demi rangka hal sebagai proses kewajiban hak
secara kiat teknik strategi langkah peran tugas tantangan kesiapan komitmen kemampuan pentingnya
perlunya kesempatan alasan kunci program gerakan tujuan manfaat metode kepada dari saat ketika
sebelum setelah sesudah sambil selain serta dan atau bisa dapat akan tidak tata jika bila apabila
hendak sulit mudah siap berani terus ikut turut
"""
)

# adjectives that make a predicate with the verb after them: "warga sulit mengurus KTP"
READY = _set("sulit mudah siap berani enggan rawan cenderung berpotensi")

# a clause that only adds its condition to what stands before
SUBORDINATORS = _set(
    "sepanjang asal asalkan selama jika apabila bila kalau karena sebab dengan tetapi tapi hanya"
)

ABSTRACT_HEADS = _set(
    """
strategi cara upaya langkah kiat peran tugas tantangan kesiapan komitmen kewajiban hak kemampuan
pentingnya perlunya kesempatan alasan tips kunci proses program gerakan tujuan manfaat metode teknik
tata mekanisme prosedur pengalaman praktik kebijakan dampak potensi peluang hambatan kendala faktor
syarat tahapan alur pedoman panduan ketentuan aturan regulasi kebutuhan kesadaran keberanian
semangat keberhasilan kegagalan kesulitan kemudahan pengertian konsep prinsip gambaran sejarah
perkembangan evaluasi rencana persiapan kesepakatan ajakan imbauan harapan apresiasi ucapan contoh
cara-cara bentuk jenis sanksi larangan dasar fungsi sikap optimalisasi peningkatan penguatan
simulasi risiko
"""
)

ACTIVE_EXCEPTIONS = _set(
    """
media menteri mekanisme metode metodologi mental menit medan mereka memori menara mentor mediasi
melalui menurut mengenai meskipun menang mantan mengapa menjelang menuju merek merdeka mewah merah
melati melainkan meninggal menyangkut menengah mentah mediator merata mendatang mendalam
"""
)

BER_EXCEPTIONS = _set(
    """
berita berkas beras berbagai berdasarkan berat bersama bersih berani berikut berikutnya berkat
berkah berupa berlian beranda bernas berdikari berkala bersama-sama berbasis
"""
)

DI_EXCEPTIONS = _set(
    """
digital digitalisasi dinas diskusi dialog disinformasi dimensi direktur direktorat diseminasi
disiplin dinamika difabel disabilitas divisi distribusi diplomasi dikotomi diklat diabetes diagnosis
dinamis diplomat disertasi diskriminasi disrupsi distrik diantara dilema dinasti diaspora
diskualifikasi diversifikasi diversitas diskon
"""
)

TER_WORDS = _set(
    """
terhadap terkait termasuk tersebut tertentu terbaru terbaik terbuka tertutup teratur terakhir
terbesar tertinggi terendah terdepan terpadu terintegrasi terpencil terluar tertinggal terdampak
terkini terlebih termohon terlapor terpilih terjangkau terpercaya tersendiri teritorial terminal
terlalu terus-menerus tertulis terbatas terdaftar terinformatif terstruktur terukur terkecil terjauh
terdekat terorisme terapi ternak teropong
"""
)

# verbs that make a predicate of their own even after an abstract head: "penguatan mencakup …"
STATING_VERBS = _set(
    """
mencakup meliputi terdiri berarti memperlihatkan menunjukkan menyebabkan memungkinkan mewajibkan melarang
menjamin bergantung mengacu berpedoman memengaruhi mempengaruhi
"""
)

ORDERS = _set(
    """
mari marilah ayo mohon silakan tolong hindari jaga jagalah ingat cek batasi patuhi pahami cermati awasi kenali
lindungi ikuti periksa laporkan taati hormati kunjungi jauhi penuhi waspadai hubungi catat baca simpan cuci
unduh unggah tulis minum stop pilih lihat tanya segera
"""
)

# words of grammar that are never names; the tables of exceptions above hold names as well ("melati")
GRAMMAR_WORDS = (
    INTERROGATIVES
    | TOPICS
    | PURPOSES
    | frozenset(PASSIVE_APPEALS)
    | SPEECH_VERBS
    | SPEAKER_WORDS
    | REPLIES
    | PREPOSITIONS
    | MODALS
    | BASE_VERBS
    | HIDES_PREDICATE
    | READY
    | SUBORDINATORS
    | ABSTRACT_HEADS
    | STATING_VERBS
    | ORDERS
)
