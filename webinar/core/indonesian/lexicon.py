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
adalah adanya akan akibat alangkah amat anda apa apabila apakah apalagi atas bagaimana bahkan baik banyak
bawah begitu belum berapa berbagai berdasarkan berikut bersama berupa beserta betapa bila bisa boleh bukan
cara cukup cuma dapat demikian dia diri ditambah dulu hal hampir hanya harus hendaknya ia ialah ini itu jadi
jangan jika jikalau juga kalau kami kan kapan karenanya kemudian ketika khusus kini kita lagi lain lalu
lebih maka makin manakala mari masih masing-masing masyarakat mau melalui melainkan mengapa mengenai menurut
mereka merupakan meski meskipun mesti misalnya mulai namun nanti nyaris orang pasti perlu pernah saat saja
salah sama sambil sangat satu saya se sebab sebagaimana sebagian sebaiknya sebelum seberapa sebuah sedang
sedangkan segala segera sehingga sehubungan sejak sejumlah sekadar sekaligus sekalipun sekitar selain selaku
selalu selama selanjutnya seluruh semakin semasa sementara semoga semua seorang sepanjang sesuai sesudah
setelah setiap siapa suatu sudah supaya tak tanpa tapi telah tentu terkait terlalu termasuk tetap tetapi
tiap tiap-tiap tidak toh walau walaupun yaitu yakni dua tiga empat lima enam tujuh delapan sembilan sepuluh
beberapa pertama kedua ketiga keempat kelima keenam memang ketika kembali terutama demikian terdapat
bertepatan berkaitan berkenaan sehubungan seiring sejalan selaras bersamaan ayo silakan mohon tolong
pentingnya perlunya diharapkan diimbau diminta khususnya
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
pulau danau sungai teluk selat tanjung laut candi masjid gereja pura vihara stasiun bandara pelabuhan
terminal pasar taman monumen tugu sekolah akademi institut yayasan klinik toko koran majalah harian radio
operasi pesantren presiden ketua gubernur bupati wali camat menteri kepala sekretaris direktur anggota
rektor dekan bank kota kabupaten provinsi desa kelurahan kecamatan universitas hotel dinas badan komisi
lembaga kantor partai dewan fakultas gedung jalan hari bulan tim museum rumah puskesmas inspektorat jaksa
hakim kapten jenderal wakil kementerian bapak ibu pak bu ustaz kiai pendeta romo dokter
"""
)

COMMON = _words(
    """
abad absensi abstrak acara adab adil admin aduan agen agenda ahli air ajaran akal akhir akhlak akses aksi
akte aktif akun alamat alasan alat algoritma alumni alur aman ambulans anak analis analisis ancaman anemia
anggaran anggota angin angka angket anjuran antibiotik antrean antrian anugerah aparatur apel api apotek
apoteker arah arahan arbitrase arca arena argumen armada arsip arsitek arti artikel artis arus asap asas
aset asi asistensi aspek asrama asupan asuransi atap atlet aturan audio audit aula awal awan ayah ayat babak
badan bagan bagian bahan bahasa bahaya bahu bakat bakti balai balasan baliho balita balok bandara banding
bangsa bangunan banjir bank bansos bantuan bapak bapaslon barak barang baris basis basket batas batik batu
batubara bayi bea beasiswa beban bedah bekal belanja belasan bencana benci bendahara bendungan bentuk beras
berat beres besar besi besok biaya bidan bidang bijak biji biksu bilangan bilik bimbingan bioskop blangko
blog bobot bola bom bonus bot brosur buah bukit bukti buku bulan bulu bunga bupati buruh bus buta buzzer
cabang cabup cacing cadangan cagub cakupan caleg calon camat candi cap capaian capres catatan catur cawapres
ceramah cerdas cerita cermin chatbot cicilan cinta ciri coach contoh cuaca cucu cukai curah cuti daerah
daftar daging dalih dalil damai dampak dana danau dapil dapur darah dasar data daya debat debit defisit
dekan demam denah denda derajat deret desa desain detik devisa dewan diabetes dialog diare diet diklat
dinamika dinas dinding dini direktur disiplin doa dokter doktrin dokumen dompet donatur dosen dosis drainase
duka dukungan dunia edaran editor efisiensi ekonomi ekosistem eksperimen ekspor ekstrakurikuler elemen emas
embrio emisi empati energi era esai eselon esensi esport estetika etik etika etiket etos faedah fakta faktor
faktur fakultas fauna fenomena festival figur film filter fiskal fitnah flora fokus folder forensik format
formulir forum foto fraksi frasa frekuensi fundamental fungsi gadis gagal gagasan gaji gambar gangguan garam
garansi garda garis gas gawai gaya gedung gejala gelar gelembung gelombang gema gempa gempuran gerai gerak
gereja gerobak getaran gigi gim ginjal gizi glukosa golput gotong grafik gubernur gubuk gudang gugatan gugus
gula gunung guru guru-guru hacker hadiah hadir hadis haji hak hakikat hakim halaman hama hambat hambatan
harapan harga hari harta hasil hasrat hati hawa helm herbal hewan hibah hidung hidup hierarki hikmah
himbauan hipertensi hipotesis hoaks hobi honor honorarium hormon hotel hubungan hujan hukum humas hunian
huruf hutan ibadah ibu ide ijazah ikan ikhlas iklim ikrar ilmu iman imbauan impian impor imun indeks
independensi indera individu induk industri infeksi infrastruktur ingatan insan insentif insiden insinyur
inspeksi inspektorat instansi instruksi instruktur instrumen intelijen interaksi internasional internet inti
intoleransi inventaris ironi isi istilah istri isu izin jabatan jadwal jahitan jaksa jalan jalinan jalur jam
jaminan jamu janda janin janji jantung jarak jari jaringan jarum jas jasa jati jawaban jawatan jembatan
jendela jenis jentik jera jilid jingle jiwa juang juara judi judul jujur jumlah jurang jurnal jurnalis juru
jurusan kabel kabupaten kader kafe kakek kaki kalbu kalimat kalori kamar kamera kampanye kampus kamus kanal
kandidat kandungan kanker kantin kantor kanwil kapal karakter karang karbohidrat karier kartu karya kas
kasih kasir kasus kata kategori kawal kawan kawasan kayu kebun kelas kelenteng kelompok keluarga kemarin
kendala kepala kerangka kerap kereta kerja kertas kesan ketua khalayak khotbah kiai kinerja kiprah kitab
klaim klaster klinik kloter kode kolam kolera kolom komando komentar komitmen kompetensi komponen kompromi
komputer konflik konselor konsep konsistensi konsumen konteks konten kontrak kontrasepsi kontur kopi koran
korban korupsi kota kotak krisis kriteria kritik kuasa kuesioner kuitansi kuli kuliner kulit kultur kunci
kunjungan kuota kurikulum kurir kurs kursi label laboratorium ladang lagu lahan laki-laki lalai lalu lama
laman lambung lampiran lampu langkah lanjut lansekap lansia lantai lapangan laporan laptop larangan lari
larva latar latihan laut lawan layak layanan layar leaflet lebar lelaki lelang lemak lemari lembaga lembar
lencana letak liburan lidah lift limbah limpahan lingkungan lingkup linimasa lintas lisensi listrik lobi
logam logika logistik logo loket longsor lorong luas luka lukisan lulusan lumpur luring lusa magang mahar
mahasiswa mahkamah mahkota majalah makalah makam makanan maklumat makna mal malam malaria malas malware
manajemen mandat manfaat mantan map marah martabat masa masalah masjid masker maskot massa mata materi media
meja mekanik melek memo menit menu merek mesin meteran metode migran mikroba mikrofon militer mimpi minat
mineral minuman minyak mitra mobil model modul momen momentum monitoring moral moto motor muatan mudik
mufakat mulut murid museum mushola musik muslimat musuh musyawarah mutu nabi nada nafas nama narasumber
nasabah nasib nasihat nasional naskah negara nelayan nenek neraca niat nikah nikmat nilai nomor norma nota
notaris notula notulen notulis nuansa nyamuk nyawa obat objek obrolan oksigen olahraga oleh-oleh ombak omzet
ongkos opini orang orde otak otonomi otot pagi pahala pahlawan pajak paket pakta pameran pamflet panas
pandemi panduan panel panen pangan panggilan panggung pangkat panitia panjang pantai pantarlih pantauan
papan paradigma paraf paragraf parameter parasit parkir parlemen partai partisipan paru pasal pasangan pasar
pasien paslon paspor pastor paten patroli patung pedagang pegawai pejabat pekan pekarangan pekebun pelaku
pelan pemuda pemudi pemuka pena penata peran pers perundang-undangan pesan pesantren pesawat peserta pesisir
pesta petaka petani peternak petugas petunjuk pewara phishing piagam pidana pidato pihak pilar pilot
pimpinan pinggir pinjaman pintar pintu pipa piutang plastik platform pleno podcast poin pokok pola polda
polemik poli poligami politik polling polres polsek pondok ponsel populer porsi portal pos posko poster
potensi potongan prakiraan praktik pramuka pramuniaga pranata predikat premi preseden presensi presiden
prevalensi pria primer prinsip printer privat prodi produk produksi produsen profil program programmer
proporsi proposal prosedur prosentase proses protein protokol psikolog puasa publik pulau puncak pungli
pupuk pura pusat puskesmas pustakawan putra putri putusan rabies racun radio ragam rahim rajin rak rakyat
ram ramah rambu rambut ramuan rancang rancangan rangkaian rantai rapat rapor ras rasa rasio rata-rata
redaksi redaktur redup referensi reformis rekam rekaman rekan rekanan rektor rektorat rel relawan remaja
renang rencana rentang reseller resep resepsionis reses residu resistensi responden respons restoran retensi
retorika reviu rezeki risalah riset risiko ritme roda rokok rombongan ruang ruas ruko rumah rumus rumusan
rupiah rute sabar sabotase sadar sahabat saham sains sakit saksi salam salat salinan salindia saluran sampah
sampel sandang sandi sanggahan sanksi santri sapi saran sarana saring sasana sasaran satelit satire satker
satpam satuan satwa saudara sawah sayang sayur sebanyak sedih segel sejarah sejumlah sekat sekolah
sekretariat sekretaris sektor selamat seleksi selisih semangat sembako semester seminar senam sengketa seni
sensus sentra sepak separuh sepeda seperempat serangga serat serikat sertifikat server servis sesi setengah
setrum sewa shelter siang siaran sidang sifat sikap silsilah simbol simpulan sinergi siniar sinyal sisa
sistem siswa siswa-siswi siswi situs skala skema skor skrining skripsi slide slogan smartphone soal sopan
sopir sore sosok spanduk spesies sponsor staf standar startup stasiun statistik status stempel stigma stiker
stok strata strategi stroke struktur studi studio stunting suami suap suara subbag subbagian subjek subsidi
subuh suhu sukarelawan suku sumbangan sumber sumpah sumur sungai surat surplus survei surveyor susu susunan
swadaya swalayan syarat syukur tabel tablet tabloid tabung tabungan tafsir tagar tagline tahap tahapan tahun
takarir takut taman tambak tambang tamu tanah tanaman tanda tangan tangga tanggapan tanggung tangkapan
tangkis tantangan target tari tarif tata tautan teater tegas teguran tekad tekanan teknik teknis telaah
telaahan teladan telinga teller telur tema teman tempat template temuan tenaga tender tengah tentara tenun
teori teras teror tesis testimoni tetangga tidur tiket tilang tim tindak tinggi tingkah tingkat tinta tips
titik titipan toga toilet toko tokoh toleransi tolok tombak tonggak topik total tragedi trainer transaksi
transparansi trauma tren triase triwulan trotoar tsunami tuberkulosis tubuh tugas tujuan tukang tulang
tulisan tulus tumbuhan tunjangan tuntutan turis uang udara ujaran uji ujian ujung ukuran ulama umat umpan
umrah umum umur undang-undang undangan unggahan unggas unit unjuk unsur upah upaya urgensi urusan usaha usia
ustaz usulan usus utama utang utusan vaksin variabel vendor verba versi veteran veto video vihara virus visi
vitamin voli volume vonis voting wabah wacana wadah wajah wajib wakil waktu wanita warga warganet waris
warisan warkat warna wartawan warung wasiat wawancara wawasan webinar wewenang wilayah wirausaha wisata
wisudawan wujud yayasan yuridis yurisprudensi zakat zaman zat zona
"""
)

# loan words in -si, -tor, -men, -logi …: the endings alone would take in names ("Felicitas", "Hektor")
LOAN_WORDS = _words(
    """
administrasi afiliasi agresi akademisi aklamasi akomodasi akreditasi akselerasi aktivis aktivitas akulturasi
akumulasi akuntabilitas akurasi alokasi amandemen ambisi ambulan anggapan animasi antisipasi aplikasi
apresiasi argumen asesmen asosiasi aspirasi atensi atraksi atribusi autentikasi aviasi banyaknya beragam
berani beras berita berkas birokrasi civitas coba data-data dedikasi deklarasi delegasi demografi demokrasi
demonstrasi departemen deportasi depresi deskripsi destinasi deviasi dialog difabel digitalisasi dilema
dimensi dinamika dinamis dinas direksi direktorat direktur disabilitas diseminasi disinformasi disiplin
diskresi diskriminasi diskusi disparitas distribusi divisi dokumen dokumentasi dominasi donasi durasi
edukasi efektif efektivitas efisien ekologi eksekusi ekspansi ekspedisi ekspresi elektabilitas eliminasi
emosi evaluasi fasilitas fasilitasi fasilitator federasi fiksi fleksibilitas formalitas formasi formulasi
fotografi fumigasi generasi geografi gradasi gratifikasi habilitasi halusinasi harmoni hoax honorer
identifikasi identitas ideologi ilustrasi imajinasi imigrasi implementasi implikasi imunisasi indikasi
indikator inflasi informasi inisiasi inisiatif inklusi inklusif inovasi inspirasi instalasi institusi
instruksi instruktur integrasi integritas intensitas interpretasi intervensi intimidasi investasi
investigasi investor irigasi isolasi jurisdiksi kapasitas karantina kardiologi kebijakan kelas keluarga
kendala kepala kerajaan kerap kerawanan kertas ketua keuangan kiat klarifikasi klasifikasi koalisi
kolaborasi kolaboratif koleksi kolusi kombinasi komisi komoditas kompensasi kompetitor komposisi komunikasi
komunitas kondisi konfederasi konfigurasi konfirmasi kongres konsentrasi konservasi konsolidasi konstituen
konstitusi konstruksi konsultasi konsumsi kontaminasi kontestasi kontraktor kontribusi kontributor konvensi
konversi koordinasi koordinator korban koreksi kreativitas kriminologi kritis kronologi kualifikasi kualitas
kuantitas kunci legalitas legislasi legislator legitimasi literasi lokalisasi lokasi loyalitas mahasiswi
manajemen mandiri manifestasi manipulasi mayoritas medali media mediasi mediator medis meditasi mekanisme
menit mental meteorologi metode metodologi migrasi minoritas misi mitigasi mobilitas moderasi moderator
modifikasi monarki moralitas motivasi motivator mutasi narasi navigasi negosiasi netral netralitas nominasi
notifikasi objektivitas observasi obsesi oligarki operasi operator oposisi opsi orasi orientasi otoritas
partisipasi partisipatif pedagogi pedoman pegawai pekerja pekerjaan pelabuhan pelajar peluang pemilih
pemilihan pemuda pendeta pengaruh penting perangkat perdagangan perempuan performa perhubungan perhutanan
perikanan perilaku peringkat periode peristiwa perkara perkebunan persentase persepsi personel perspektif
pertanian perundungan pesawat petani peternakan pluralitas polarisasi polusi populasi posisi preposisi
presentasi presiden prestasi prioritas privasi produktivitas profesi profesor progres proklamasi promosi
promotor propaganda proteksi provokasi provokator proyeksi psikologi publikasi radiasi reaksi realitas
registrasi regulasi regulator rehabilitasi rekap rekapitulasi rekayasa reklamasi rekomendasi rekonsiliasi
rekonstruksi rekrutmen relasi relokasi remunerasi reparasi replikasi representasi reproduksi reputasi
reservasi resolusi restorasi revisi revolusi rotasi rudimen sanitasi segmen segregasi selebrasi sensitivitas
sentimen simulasi simulator siswi situasi solidaritas solusi sosialisasi sosiologi spiritualitas stabilitas
stimulasi strategis supervisi suplementasi survei swasta tabulasi tata teknologi tensi terbuka terima
terminal terobosan terorisme tertib tertutup tips toleransi topografi tradisi transformasi transisi
translasi transmisi transparan transportasi trik uji vaksinasi validasi validitas variasi vegetasi ventilasi
verifikasi verifikator versi visualisasi vokasi warganegara zonasi
"""
)

# ordinary words that people, places or bodies are called by: they keep the capital they were typed with
NAMES_AS_WELL = _words(
    """
abdi adil aman amanah anugerah bakti bestari bintang budi bulan bunga cahaya catur cinta citra damai dini
emas era fajar firman fitrah gadis garda gema gita guntur gunung hadi hakim hari hikmah hikmat ikhlas ilham
iman indah intan jati jaya jujur juara juang karang karya kasih langit laras lestari lintang mahkota makmur
mawar mega melati memo merdeka mitra mulia murni mutiara nada nikmat panji pelangi pelita permata pranata
perdana pertiwi perwira prima puji purnama putra putri rahim rahmat ramah ratu restu rindu sabar sakti salam
santri sari satria sejahtera sekar sentosa setia sinar subuh sukma surya syukur tari teguh teladan teratai
tulus tunas unggul utama wacana wahyu warta wibawa wira
"""
)

# function words that begin names too: Lalu Muhamad, Mari Elka, Demi Lestari
NAMES_BEFORE_NAMES = _words("lalu mari demi guna dia sama anda baik ayo pasti tanya jaga selamat")

# stay in capitals when a title is typed in capitals throughout
ABBREVIATIONS = _words(
    """
abk ai anri apbd apbn apip asi asn bi bkd bkkbn bkn bkpsdm bmkg bmn bnn bnpb
bpbd bpd bpip bpjs bpk bpkp bpnt bps bpsdm bumd bumdes bumn covid-19 csr dak dau dbd diy dki
dkpp dpd dpk dpr dprd dprk dprp dps dpt dptb dtks dtsen e-ktp esg fgd fkub gkr hiv hki hut iain
ict icu igd ikm iku it itb jdih k3 kb kdrt kia kip kip-k kkn kpk kpps kpu ksb ktp ktr kua
lakip lhkpn lkjip lkpp lpm lppm lps lpse lsm mbg mcp mk mpasi mpls mts mui nakes ngo nib nik nip
nkri ntb ntt nu ojk opd osis oss p3k p5 paud pbj pdpb pgri pkh pkk pkpu pmi pns polri ppdb ppid
ppk ppnpn pppk pps psu ptn ptn-bh pts pupr ri rka rkpd rpjmd rpjmn rs rsj rsud rsup rt rtlh rw
sakip sd sdgs sdm sipd slki sma smk smp spbe spi spip spm spmb tbc ti tkdn tni tot tpid tppo tps
ugd ugm ui uin umkm unair upi usn uu uud wbbm wbk wna wni zi
"""
)
