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
abad absensi abstrak acara adab adil admin aduan advokasi agen agenda ahli air akademisi akhir akhlak
akreditasi akses aksesibilitas aksi aktif aktivitas akun akuntabilitas akurasi alasan alat algoritma
alur aman anak analisis ancaman anggaran anggota angin angka antrean aparatur api aplikasi apoteker arah
arahan arbitrase arsip arsitek artikel arus asas aset asi asistensi aspek aspirasi asrama asuransi atap
atribusi aturan audio audit aula awal ayah ayat badan bagian bahan bahasa bahaya balai baliho balita
bandara banding bangsa banjir bank bantuan banyaknya bapak barang basis basket batas batik batu bayi bea
beasiswa belanja bencana benci bendahara bentuk berani berat berita berkas besar besi besok biaya bidan
bidang bijak biksu bilik bimbingan birokrasi blog bola bonus bot brosur buah bukti buku bulan bulu bunga
bupati buruh bus buzzer cabup cadangan cagub caleg calon camat candi cap capaian capres catatan catur
cawapres ceramah cerdas cicilan cinta ciri coach cuaca cucu cukai cuti daerah daftar daging dampak dana
danau dapil dapur darah dasar data daya debat defisit dekan deklarasi delegasi demokrasi denda desa
desain detik dewan diabetes diagnosis dialog diet digitalisasi diklat dinas dinding direktur disabilitas
diseminasi disertasi disinformasi disiplin diskresi diskusi disposisi distribusi distributor doa dokter
doktrin dokumen dokumentasi donatur dosen dukungan dunia edaran editor edukasi efektivitas efisiensi
ekonomi ekosistem eksperimen elemen emas emisi energi enumerator era esport etika etiket etos evaluasi
fakta faktor faktur fakultas fasilitas fasilitator film filter fitnah fokus folder format formulir forum
foto fraksi frasa fungsi gadis gagasan gaji gambar garam gas gawai gaya gedung gejala gelembung
gelombang gema gempa generasi gerakan gereja gigi gim ginjal gizi golput gotong grafik gratifikasi
gubernur gudang gugatan gula gunung guru guru-guru hadir hadis haji hak hakim halaman hambatan harapan
harga hari harmonisasi hasil hati hibah hidung hidup hierarki hipertensi hipotesis hoaks hobi honor
honorarium hotel hubungan hujan hukum humas huruf hutan ibadah ibu ide identitas ijazah ikan ikhlas
iklim ikrar ilmu imbauan implementasi imunisasi indeks independensi indikator infeksi informasi
infrastruktur inklusi inklusivitas inovasi insentif insinyur inspeksi inspektorat instansi institusi
instruksi instruktur instrumen integrasi integritas interaksi internasional internet inti inventaris
investasi investigasi isi istri isu jabatan jadwal jaksa jalan jalur jam jaminan janin janji jantung
jarak jari jaringan jasa jawaban jembatan jendela jenis jingle judul jujur jumlah jurnal jurnalis juru
jurusan kabel kabupaten kader kafe kakek kaki kalimat kalori kamar kamera kampanye kampus kanal kandidat
kanker kantin kantor kapal kapasitas karbohidrat kartu kas kasasi kasih kasir kasus kata kategori kawan
kawasan kayu keadilan keamanan kebakaran kebinekaan kebun kecepatan kedaulatan kedisiplinan kegiatan
kehadiran kehamilan kejujuran kekeringan kelas kelenteng kelompok keluarga kemampuan kemanusiaan kemarin
kemasan kemerdekaan kendala kepala keputusan kerajinan kerangka kereta kerja kertas kerugian kerukunan
kesatuan kesehatan kesempatan kesimpulan ketahanan ketentuan keterlambatan ketertiban ketua kewenangan
khalayak khotbah kiai kinerja kitab klarifikasi klaster koalisi kode kolaborasi kolom kolusi komentar
komisi komitmen kompetensi komponen komputer komunikasi komunitas kondisi konfirmasi konflik konselor
konsep konsistensi konstitusi konsultasi konsumen konten kontrak kontribusi koordinasi koperasi koran
korban korupsi kota kotak kreator kriteria kritik kualitas kuantitas kuasa kuesioner kuitansi kuliner
kulit kunci kunjungan kuota kurikulum kurir kursi label laboratorium ladang lagu laki-laki lalu laman
lambung lampiran lampu langkah lanjut lansia lantai lapangan laporan laptop larangan lari latar laut
lawan layanan layar leaflet lebar legislasi lelaki lelang lemak lemari lembaga lembar lidah lift limbah
lingkungan lingkup lintas lisensi listrik literasi lobi logam logistik logo lokasi loket longsor lorong
lukisan lulusan luring lusa mahar mahasiswa majalah makalah makanan maklumat makna mal malam malas
malinformasi manajemen mandat manfaat map marah masa masjid maskot masukan mata materi mayoritas media
mediasi meja mekanisme memo menit menteri mentor menyusui merek mesin metode migrasi mikrofon minat
minoritas minyak misinformasi mitigasi mitra mobil mobilisasi model moderasi modul momen momentum
monitoring motivasi moto motor mufakat mulut murid museum mushola musik musuh musyawarah mutu nama
narasi narasumber nasional naskah negara nelayan nenek nepotisme neraca netralitas nilai nomor norma
nota notaris notula notulen notulis nutrisi obat obesitas objek objektivitas obligasi observasi olahraga
oleh-oleh operator oposisi optimalisasi orang organisasi otak otomatisasi otot pagi pajak paket pakta
pamflet pandemi panduan pangan panitia panjang pantai pantarlih papan paradigma paraf paragraf parkir
parlemen partai partisipasi paru pasal pasar pasien paslon pastor paten patung pedagang pegawai pejabat
pekan pekebun pelabuhan peladen pelajar pelaku pelanggan pelatih peluang pemandu pemerintah pemilih
pemilihan pemindai pemuda pemudi pemuka pemungutan pencalonan pencoblosan pendamping pendapat pendapatan
pendataan pendeta penduduk penetapan pengacara pengadaan pengajar pengeras penghargaan penghitungan
pengikut pengusaha penulis penuntut penyakit penyidik penyuluh peran perawat percepatan perdamaian
perdata perempuan peringatan periode peristiwa perkara permainan perpustakaan pers persalinan persatuan
persentase pesawat peserta petani peternak petugas petunjuk pewara pidana pidato pihak pimpinan pinjaman
pintar pintu plastik platform pleno podcast pokok pola polemik polisi politik polusi ponsel populasi
portal posisi poster potensi praktik pramuniaga presensi presentasi presiden prestasi prevalensi pria
prinsip printer prioritas privasi prodi produk produsen profesi profesionalisme profil program
programmer proporsi prosedur prosentase proses protein proyektor psikolog puasa publik publikasi pulau
puncak pungli pura pusat puskesmas putusan radio ragam rahim rajin rak rakyat ram rambu rambut rancangan
rapat rapor rasio rata-rata realisasi redaksi redaktur referensi regulasi rekam rekanan rekapitulasi
rekomendasi rektor rektorat relawan remaja renang rencana reseller resepsionis responden responsivitas
restoran retensi retribusi revisi reviu risalah riset risiko ruang rumah rumus rumusan sabar sahabat
saham saksi salam salat salinan salindia saluran sampah sampel sandi sanitasi sanksi santri saran sarana
sasaran satpam satuan saudara sawah sayang sayur sebanyak sedih segel sejumlah sekolah sekretariat
sekretaris sektor selisih semangat semester seminar senam sengketa seni sepak separuh sepeda seperempat
serat sertifikasi sertifikat server sesi setengah siang siaran sidang sikap simbol simpulan simulasi
sinergi siniar sinkronisasi sistem siswa siswi situasi situs skema skor skripsi slide slogan soal sopir
sore sosialisasi sosok spanduk sponsor staf standar standardisasi stasiun statistik status stempel
stigma stiker stok strategi stroke struktur studi stunting suami suap suara subjek subsidi subuh suhu
sumber sumpah sungai supervisi surat surplus survei susu swalayan syarat tabel tablet tabloid tabungan
tafsir tagar tagline tahap tahapan tahun takarir takut taman tamu tanah tanda tangan tangga tanggapan
tanggung tangkis tantangan target tari tata tautan teater teguran tekanan teknik teknis teknisi
teknologi telaah telaahan televisi telinga teller telur tema teman template temuan tenaga tender tengah
tentara tenun teori teras terdakwa terima terminal tersangka tertib tesis tetangga tidur tiket tilang
tim tindak tinggi tingkat tinta tips titik toilet toko tokoh toleransi total trainer transaksi
transformasi transparansi triwulan trotoar tsunami tubuh tugas tujuan tukang tulang tulisan tunjangan
uang udara ujaran ujian ukuran ulama umrah umum undangan unggahan unit universitas unsur upah upaya
urusan usaha usia ustaz usulan usus utang vaksin vaksinasi validasi validator validitas variabel vendor
verifikasi verifikator video vihara visi vitamin voli volume vonis voting wacana wakil waktu wanita
warga warganet warna wartawan warung wawancara wawasan webinar wewenang wilayah wirausaha wisata
yurisprudensi zakat zaman zona
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
