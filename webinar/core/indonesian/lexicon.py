"""Tables of words: what is never a name, what always is one, and what is small in a title.

Made for notes of public events. Whatever is in none of them keeps the capital it was typed with.
"""

from __future__ import annotations

from webinar.core.indonesian.placenames import PLACE_WORDS


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TITLE_FUNCTION_WORDS = _words(
    """
dan di ke dari yang untuk dalam pada dengan atau serta oleh sebagai terhadap bagi tentang kepada
agar guna antara hingga sampai secara demi bahwa karena seperti maupun para per
"""
)

FUNCTION_WORDS = TITLE_FUNCTION_WORDS | _words(
    """
adalah adanya akan akibat alangkah amat anda apa apabila apakah apalagi atas bagaimana bahkan baik
banyak bawah begitu belum berapa berbagai berdasarkan berikut bersama berupa beserta betapa bila
bisa boleh bukan cara cukup cuma dapat demikian dia diri ditambah dulu hal hampir hanya harus
hendaknya ia ialah ini itu jadi jangan jika jikalau juga kalau kami kan kapan karenanya kemudian
ketika khusus kini kita lagi lain lalu lebih maka makin manakala mari masih masing-masing masyarakat
mau melalui melainkan mengapa mengenai menurut mereka merupakan meski meskipun mesti misalnya mulai
namun nanti nyaris orang pasti perlu pernah saat saja salah sama sambil sangat satu saya se sebab
sebagaimana sebagian sebaiknya sebelum seberapa sebuah sedang sedangkan segala segera sehingga
sehubungan sejak sejumlah sekadar sekaligus sekalipun sekitar selain selaku selalu selama
selanjutnya seluruh semakin semasa sementara semoga semua seorang sepanjang sesuai sesudah setelah
setiap siapa suatu sudah supaya tak tanpa tapi telah tentu terkait terlalu termasuk tetap tetapi
tiap tiap-tiap tidak toh walau walaupun yaitu yakni dua tiga empat lima enam tujuh delapan sembilan
sepuluh beberapa ayo silakan mohon tolong pentingnya perlunya diharapkan diimbau diminta khususnya
"""
)

NEVER_LOWERED = PLACE_WORDS | _words(
    """
januari februari maret april mei juni juli agustus september oktober november desember senin selasa
rabu kamis jumat sabtu minggu ahad ramadan idulfitri iduladha natal nyepi waisak imlek pemilu
pilkada pileg pilpres pilgub pilbup pilwali pilwalkot pemilukada bawaslu panwaslu panwascam
panwaslih perludem netgrit kemendagri kominfo komdigi kemenkes kemenkeu kemenag ombudsman pancasila
allah tuhan alquran islam kristen katolik hindu buddha sirekap sidalih silon sipol sikadeka sidakam
lindungihakmu google facebook instagram twitter youtube tiktok whatsapp zoom telegram x meta canva
excel word bhinneka proklamasi reformasi
"""
)

# begin a name when a name follows: Ketua KPU, Bank Dunia, Kota Bekasi
HEADS_OF_NAMES = _words(
    """
presiden ketua gubernur bupati wali camat menteri kepala sekretaris direktur anggota rektor dekan
bank kota kabupaten provinsi desa kelurahan kecamatan universitas hotel dinas badan komisi lembaga
kantor partai dewan fakultas gedung jalan hari bulan tim museum rumah puskesmas inspektorat jaksa
hakim kapten jenderal wakil kementerian
"""
)

COMMON = _words(
    """
acara ahli akademisi mal warung toko guru kelompok pola unggahan judul unsur gambar soal template
alat pendataan desain tabel grafik aduan akses aksi aktif aktivitas akun akurasi akuntabilitas
alasan alur aman ancaman anak analisis anggaran anggota aparatur aplikasi arah arahan arsip asas
aset aspek aspirasi asuransi aturan audit badan bagian bahan bahasa bahaya balai bangsa bank bantuan
barang basis batas bayi bencana bendahara bentuk berita berkas besar biaya bidang bimbingan
birokrasi buku bukti bulan bupati calon camat capaian catatan ciri cuti daerah daftar dampak dana
dasar data demokrasi desa dewan diabetes diagnosis digitalisasi diklat dinas direktur disabilitas
disinformasi diseminasi disiplin diskusi dokter dokumen dosen dukungan edukasi efektivitas efisiensi
ekonomi ekosistem elemen emisi era etika etos evaluasi faktor fakta fasilitas fokus format formulir
forum fungsi gagasan gaya gejala generasi gerakan gizi gotong gubernur hak hakim halaman hambatan
harapan harga hari hasil hati hidup hoaks honor hubungan hukum humas ibu ide identitas ilmu
implementasi indeks indikator informasi infrastruktur inklusi inovasi instansi institusi instrumen
integritas interaksi internet inti isi isu jabatan jadwal jalan jalur jaminan jaringan jasa jawaban
jenis jumlah jurnalis juru kabupaten kader kampanye kampus kandidat kantor kanal kapasitas kasus
kata kategori kawasan kegiatan kelas keluarga kemampuan kendala kepala kerangka kerja kerugian
kesempatan kesehatan ketua khalayak kinerja klaster kode kolaborasi kolom komisi komitmen kompetensi
komponen komunikasi komunitas kondisi konflik konsep konsistensi konstitusi konsultasi konten
kontribusi koordinasi korban kota kotak kriteria kualitas kuasa kunci kunjungan kuota kurikulum
laman lampiran langkah laporan latar layanan layar lembaga lembar lingkungan lingkup literasi
logistik lokasi lulusan luring mahasiswa makanan makna manajemen manfaat maklumat materi media
mekanisme menteri mesin metode migrasi minat mitigasi mitra model moderasi modul momentum motivasi
mutu nama narasumber narasi naskah negara nilai nomor norma notula obat objek operator optimalisasi
organisasi pajak paket pandemi panduan pangan panitia pantarlih paradigma parlemen partai
partisipasi pasal pasar pasien paslon pegawai pejabat pekan pelaku peluang pelajar pemuda pemuka
penduduk pengacara penghargaan penyakit peran perawat percepatan perempuan periode peristiwa perkara
pers peserta petugas petunjuk pihak pimpinan pintu platform pokok polemik politik portal posisi
potensi praktik prestasi prevalensi prinsip prioritas privasi produk profesi program proporsi
prosedur proses prosentase publik publikasi puskesmas pusat putusan ragam rakyat rancangan rapat
rasio realisasi redaksi referensi regulasi rekam rekapitulasi rekomendasi relawan rencana responden
revisi riset risiko ruang rumah rumusan saksi saluran sanksi santri sarana sasaran satuan sekolah
sekretariat sekretaris sektor sengketa seni sertifikat sesi siaran sikap simulasi sinergi sistem
siswa situasi situs skema skor sosialisasi sosok staf standar statistik status stigma strategi
struktur studi suara subjek sumber surat survei syarat tahap tahapan tahun tamu tanda tanggapan
tanggung tantangan target tata tautan teknik teknis teknologi telaah tema temuan tenaga tim tindak
tingkat tips titik tokoh transformasi transparansi tugas tujuan tulisan uang ujaran ujian ulama
undangan unit upaya urusan usaha usia vaksin vaksinasi validasi verifikasi video visi vitamin wacana
wakil warga wartawan wawasan wilayah zona seminar webinar netralitas profesionalisme objektivitas
independensi inklusivitas responsivitas kuantitas validitas aksesibilitas hipertensi stunting
imunisasi sanitasi infeksi kanker jantung stroke gula garam olahraga tidur nutrisi remaja lansia
balita umum nasional dunia internasional presiden pemerintah pemilih pemilihan warganet siswi
guru-guru inspektorat penyuluh perpustakaan laboratorium rektor dekan fakultas universitas hotel
aula gedung
"""
)

# stay in capitals when a title is typed in capitals throughout
ABBREVIATIONS = _words(
    """
kpu kip ppid ppk pps kpps bawaslu dkpp ri pkpu uu bpk bkn bpip mk ktp e-ktp nik nip asn tni polri
sdm lsm ngo umkm tps dpt dps dpk dptb pdpb jdih spbe spip sakip bumn bumd dprd dpr dpd opd bpbd bps
fgd tot ai it diy dki ntb ntt uud pns pppk kkn rsud rs bpjs hiv tbc covid-19 rka
"""
)
