"""The grammar of notes: which frame a fragment can stand in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webinar.core.indonesian.notes import Grammar, grammar_of

EXAMPLES = {
    Grammar.NOUN: """
tata cara pelayanan informasi
Penyebarluasan (diseminasi) informasi kepemiluan yang dibarengi dengan peningkatan kualitas pelayanan publik.
peran penting PPID KPU sebagai penyedia informasi Kepemiluan dan Kelembagaan menuju Pemilu 2024
strategi menangkal hoaks
kesiapan KPU menghadapi Pemilu 2024
Data pemilih yang dimutakhirkan secara berkelanjutan
rendahnya partisipasi pemilih di daerah terpencil
Sanksi bagi petugas yang tidak netral
koordinasi dengan Disdukcapil
pentingnya menjaga netralitas
media sosial dan pemilih muda
upaya agar warga melapor
cara memengaruhi pemilih
laporan panitia: rapat diikuti 38 provinsi
selamat datang kepada peserta
warga yang sulit mengurus dokumen
""",
    Grammar.VERB: """
menciptakan inovasi yang kekinian dalam pelayanan informasi
Menjadi yang terdepan melawan disinformasi
berkoordinasi dengan kepolisian
""",
    Grammar.CLAUSE: """
keterbukaan informasi makin penting
PPID KPU diharapkan menjadi pelayan publik yang terinformatif
514 KPU kabupaten/kota telah menyampaikan laporan
Partisipasi pemilih pemula naik 12 persen
Data pemilih yang tidak akurat merugikan peserta pemilu
Netralitas ASN adalah kunci kepercayaan publik
Untuk meningkatkan partisipasi, KPU menggandeng komunitas
Dilakukan pemutakhiran data setiap semester
Membangun kepercayaan publik merupakan tugas bersama
humas itu wajah lembaga
Penguatan kelembagaan mencakup penataan struktur
penghayat di desa sulit mengurus KTP
cakupan imunisasi baru 38,4%
“Ayo memilih” menjadi slogan
faktor ekonomi dan budaya memengaruhi partisipasi
""",
    Grammar.APPEAL: """
agar seluruh PPID menjaga data
jangan takut melapor
supaya data aman
masyarakat agar melapor ke Bawaslu
""",
    Grammar.ORDER: """
Pastikan data pemilih sudah benar
Mari menjaga suara rakyat
batasi gula, garam, dan lemak
""",
    Grammar.QUESTION: """
bagaimana cara mendaftar?
Apakah konten sudah ramah disabilitas?
""",
    Grammar.SPEECH: "menekankan pentingnya akurasi data",
    Grammar.PASSIVE_APPEAL: """
diharapkan peserta memahami regulasi
semoga pemilu berjalan lancar
""",
    Grammar.THAT: "bahwa data harus benar",
    Grammar.TOPIC: "tentang data pemilih",
    Grammar.PURPOSE: "untuk meningkatkan partisipasi pemilih",
    Grammar.PROSE: "Data harus benar. Namun, waktu terbatas.",
}
CASES = [(grammar, note) for grammar, notes in EXAMPLES.items() for note in notes.strip().splitlines()]


@pytest.mark.parametrize(("grammar", "note"), CASES, ids=[note[:40] for _, note in CASES])
def test_grammar_of_note(grammar: Grammar, note: str) -> None:
    assert grammar_of(note) is grammar


@given(
    st.sampled_from([note for _, note in CASES if not note.endswith("?")]),
    st.sampled_from(["", ".", ";", " ,"]),
)
def test_grammar_does_not_depend_on_capital_or_end(note: str, end: str) -> None:
    plain = note.rstrip(".")

    assert grammar_of(plain[0].upper() + plain[1:] + end) is grammar_of(plain)
