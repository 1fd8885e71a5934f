"""Bases of the affixed words of public notes, for ``wordforms.py``.

A base enters only if none of its forms is a name: "awan" (Terawan), "rapi" (Merapi), "mas" (Dimas) stay out.
"""

from __future__ import annotations

_BASES = """
abai abdi absah acu acuh ada adaptasi adil adu advokasi afirmasi agama ajak ajar aju akhir akibat akomodasi
akses aktif aktivitas aktual aku akurat alam alami alih alir alokasi amal aman amanat amat ambil ampun ancam
andal anggap anggar anggota angkat angkut angsur aniaya anjur antar antara antisipasi anut apa apresiasi
arah arif arsip arti asal asesmen aspirasi asuh asumsi atas atur audit awal awas baca bagi bahagia bahas
bahasa bahaya baik bajak bakar bakat balas balik balut banding bangga bangkit bangsa bangun banjir bank
bantah bantai bantu banyak baris baru basmi batal batas bawa bawah bayang bayar beban bebas beber beda bedak
bekal beku bela belajar belakang belanja beli benah benar benci benih bentang bentuk berantas berat beri
berik berita beritahu bersih besar biar biasa biaya bicara bijak bijaksana bimbing bina bincang bius blokir
bobol boleh bongkar buah buang buat bubar budaya bujuk buka bukti bungkus bunuh bunyi buru buruh buruk butir
butuh cabut cair cakap cakup calon camat campur canang cantum capai cari catat cegah cek cekal celaka cemar
cepat cerah cerai cerdas cerita cermat cetak cetus cicil cinta cipta cium coba coblos contoh contreng cuci
cukup culik curang curi curiga cuti dadak daftar dagang dakwa dalam damai dampak damping dana dapat darurat
dasar datang daya dayaguna debat dedikasi dekat deklarasi delegasi demokrasi dengar derita desa desain desak
deteksi diagnosis didik digital diri disabilitas disiplin diskusi distribusi dokter dokumentasi dominasi
dorong duduk duga dukung duplikasi edar edukasi efektif efisien ekonomi ekspor erat ering erti evaluasi
fasilitas fasilitasi finalisasi fokus formulasi foto fungsi gabung gadai gagal gagas gaji galang gali gambar
gandeng ganggu ganti gantung garap garis garisbawah gelar gelontor gemar genap gencar gentar gerak geser
giat golong gotong goyang gugah gugat gugur guna guncang habis hadap hadiah hadir hak hakikat halang halau
hambat hambur hamil hancur hapus harap harga harmonis harus hasil hati hemat hendak henti hias hibah hibur
hidup hilang himpun hindar hitung hormat hubung hukum humas huni identifikasi ikat ikhlas ikhtiar ikhtisar
ikut ilmu iman imbal imbau implementasi impor imunisasi inap indeks informasi ingat ingin ingkar inisiasi
injak inovasi input inspirasi instal instruksi integrasi interaksi intervensi intimidasi inventaris
investasi iring isi isolasi istirahat iuran izin jabar jabat jadi jadwal jaga jahat jahit jajah jajak jalan
jalin jamin jamu jangka jangkau jangkit janji jarak jaring jasa jatuh jauh jawab jebak jejak jejaring
jelajah jelas jelma jemaah jemah jembatan jemput jenjang jerat jual juang juara judul jujur juluk jumlah
jumpa kabul kabur kait kaji kalah kampanye kampus kandung kapal kapasitas kasus kata kategori kawal kebal
kebun kecam kecewa kecil kecuali kejar kekal kekurang kelabui keliling keliru kelola keluar keluh kemah
kembali kembang kemudi kemuka kena kenal kenang kendala kendali kendara kerap keras kerja keruh kesan ketahu
ketua khawatir kibar kira kirim kisah klarifikasi klasifikasi kolaborasi kombinasi komentar komunikasi
kondisi konfirmasi konsentrasi konsep konsisten konsolidasi konstitusi konsultasi kontribusi kontrol
koordinasi koordinir koperasi koran korban koreksi kota kriteria kritik kualitas kuasa kuat kubur kukuh
kuliah kumandang kumpul kunci kunjung kuota kupas kurang kurasi kutip lacak lahir laksana laku lalai lalu
lamar lambat lampir lancar langgar langsung lanjut lantik lantun lapang lapis lapor larang laras lari latih
lawan layak layan lebih lebur leceh ledak legal legitimasi lelang lemah lembaga lembur lempar lengkap lepas
lestari letak lewat libat libur lihat limpah lindung lingkar lingkung lintas lipat liput literasi lokasi
lomba longgar loyal luar luas luhur luka lukis lulus lunas luncur lupa lurah maaf main maju maka makan
maklum makmur makna maksud mampu mana mandat mandiri manfaat manipulasi manusia marah masak masalah masuk
masyarakat mati mayoritas mediasi menang menteri merdeka milik minat minoritas minta minum miskin mitigasi
mobilisasi mobilitas modal moderasi modernisasi mohon monitor motivasi motor muara muat mudah mufakat muka
mula mulai mulia muncul mungkin musnah musuh musyawarah mutakhir mutasi nafkah naik nama nanti naskah
naturalisasi naung negara nelayan netral niat nihil nikah nikmat nilai noda nonaktif nonton nyala nyaman
nyanyi nyata obat olah olahraga oleh operasi operasional optimal optimis organisasi orientasi pacu padam
padat paham pajak pakai pakan paksa palsu pamer pancar pancing pandang pandu panen panggang panggil pangkas
panjang pantau papar parah parkir partisipasi pasang pasar pasok pasti patuh pecah pecat pedoman peduli
pegang pegawai peka pelajar pelihara pelopor peluang peluk pemilih pemilik pemilu pemimpin pemuda pencil
pendapat penduduk pengaruh penjara penting penuh penyandang peran perang perbaik percaya perdaya perhati
periksa perinci peringat perintah perkosa perlu persiap pertahan pertimbang pesan peta picu pikat pikir
pilah pilih pimpin pindah pinjam pisah plot polisi politis politisasi pondok potensi potong prakarsa praktik
prediksi prestasi pribadi prihatin prioritas produksi promosi proses provokasi puas publik publikasi puja
puji pukul pula pulau pulih puncak pungut punya purna pusat pustaka putar putih putus racun ragam ragu
rahasia raih rakit rakyat ramah ramai ramal rambah rampas rampok rampung ranah rancang rangka rangkum rapat
rasa rata rawat raya realisasi rebut reda redam refleksi registrasi rekam rekap rekapitulasi
rekomendasi rekonsiliasi rekrut rela relevan remaja rencana rendah rentan renung representasi residu resmi
respons revisi reviu rilis rinci ringan ringkas rintis risiko ronda rotasi rubah rugi rujuk rukun rumah
rumus rusak sabar sadap sadar sah sahih saing saji sakit saksama saksi salah salahguna salin salur sama
samar sambang sambung sambut sampah sampai sampel samping sandang sandar sanding sanggah sanggup sangka
sangkal sangkut sanksi santun sapa saring sasar satu sayang sebab sebar sebarluas seberang sebut sederhana
sedia sedih sehat seimbang sejahtera sejarah sekolah sela selam selamat selaras selenggara selesai selidik
selisih selundup seluruh semangat semarak sembah sembuh sembunyi sempat sempurna senang sendiri senggol
sengketa sengsara seni senjang senjata sentuh sepakat serah serang serap serbu serentak seret serikat serius
serta sertifikat seru serupa sesal sesat sesuai setara setuju sewa siap siar sibuk sidang sidik sifat sigap
sikap siksa simpan simpang simpul simulasi sinambung sinar sinergi singgung singkir sinkron sinkronisasi
sisih sistem sistematis sita soal sokong solusi sopan sorot sosialisasi spesifik stabil standar status
stigma stimulasi strategi struktur suara subsidi suci suka sukses sulit suluh sumbang sumber sumpah sunting
supervisi suplai surat suruh survei susah susul susun susup swadaya syarat syukur tabrak tafsir tagih tahan
tahu tahun takluk takut tamak tambah tambang tampil tampung tanam tanda tandas tandatangan tanding tangan
tangani tanggap tanggulang tanggung tanggungjawab tangkal tangkap tani tantang tanya tarif tarik taruh
tarung tata tatap tawar tayang tebak tebar tegak tegang tegas tegur tekad tekan teknologi tekun telaah
teladan telan telepon teliti telusur tema tembak tembus tempat tempel tempuh temu tenang tengah tenggat
tentang tentu tepat terampil terang terap terapi terbang terbit terima terjemah terobos teror tertib terus
tetap timbang timbul timpang tindak tindaklanjut tindas tindih tinggal tinggi tingkat tinjau tipu tiru tokoh
tolak toleran toleransi tolong tonton topik tradisi transfer transformasi transparan tuai tuang tuduh tugas
tuju tukar tular tulis tumbuh tumpang tumpu tumpuk tunai tunda tunduk tunggu tunjang tunjuk tuntun tuntut
turun turut tusuk tutup tutur ubah ucap uji ukir ukur ulang ulas umum umur undang unduh undur unggah unggul
ungkap ungsi unjuk unjung unsur untung upaya urai urgen urus urut usaha usia usir usul usung utang vaksinasi
validasi variasi verifikasi visualisasi wacana wadah wajar wajib wakaf wakil warga warganegara waris warna
warta wawancara wawas wenang wewenang wisata wisuda wujud yakin zonasi
"""

BASES = frozenset(_BASES.split())
