"""A name is never changed: whatever affixes it seems to have, its capital stays in every kind of note."""

from __future__ import annotations

import pytest

from tests.unit.core.berita.test_compose import BARE, told, with_points
from webinar.core.berita.event import plain_kind
from webinar.core.document.model import Delegate
from webinar.core.indonesian.letters import lower_first
from webinar.core.indonesian.notes import Grammar, grammar_of

_NAMES = """
Terawan Meliana Bernadus Diandra Berlian Pertamina Peruri Menhan Mendagri Menkominfo Mentawai Berau Bergas
Dian Diana Didik Dimas Dinda Terry Tere Merapi Merbabu Medan Melawi Melani Melinda Sekadau Kediri Keerom
Penajam Pemalang Setiawan Sejati Jokowi Putri Putra Bunga Hari Wahyu Intan Raihan Beratan Berastagi Bertha
Menoreh Mengwi Mendut Menteng Tarakan Iskan Perludem Pelindo Perhutani Perindo Berkarya Dirjen Disdukcapil
Diskominfo Dispora Diponegoro Dieng Felicitas Hektor Sonya Anya Permadi Persebaya Pengasih Kemala Meutia
Dahlan KPU PPID BPJS DKPP BUMN
"""
NAMES = _NAMES.split()
CLAUSES = (
    "{} memaparkan data pemilih",
    "{} telah menyampaikan laporan",
    "{} wajib netral",
    "{} adalah dosen",
    "{} Sihombing menekankan netralitas",
    "{} dosen UGM memaparkan data",
)
NOUNS = ("{} dan rekan", "{} sebagai teladan", "{}")


def test_sample_of_names_is_large() -> None:
    assert len(set(NAMES)) >= 60


@pytest.mark.parametrize("name", NAMES)
def test_name_before_a_predicate_is_the_subject_of_a_clause(name: str) -> None:
    for frame in CLAUSES:
        note = frame.format(name)

        assert grammar_of(note) is Grammar.CLAUSE, note
        assert f"Ia menyampaikan bahwa {note}." in told(with_points(note))


@pytest.mark.parametrize("name", NAMES)
def test_name_stays_as_typed_in_phrases_and_lists(name: str) -> None:
    for frame in NOUNS:
        note = frame.format(name)

        assert lower_first(note) == note
        assert f"Ia memaparkan {note}." in told(with_points(note))
        assert f"syarat calon{' serta' if ' dan ' in note else ' dan'} {note}." in told(
            with_points("syarat calon", note)
        ) or f" {note}." in told(with_points("syarat calon", note))
        assert f". {note}.\n" in told(with_points("syarat calon", note, "jadwal"))


@pytest.mark.parametrize(
    "note",
    [
        "Lalu Muhamad Iqbal menekankan netralitas",
        "Mari Elka Pangestu menyampaikan laporan",
        "Putri Ayu memaparkan data",
        "Berlian Sihombing memaparkan data",
        "Bank Dunia memberi pinjaman",
    ],
)
def test_first_word_of_a_longer_name_keeps_its_capital(note: str) -> None:
    assert f"Ia menyampaikan bahwa {note}." in told(with_points(note))


@pytest.mark.parametrize("name", ["Lalu", "Jaga", "Tanya"])
def test_word_that_is_a_name_as_well_is_the_subject_before_a_verb(name: str) -> None:
    assert f"Ia menyampaikan bahwa {name} memaparkan data." in told(with_points(f"{name} memaparkan data"))


def test_name_of_somebody_in_the_record_is_no_common_noun() -> None:
    document = with_points("Kartika memaparkan data", "Surat memaparkan data")
    document = type(document)(**{**vars(document), "delegation": (Delegate("Surat Indrijarso"),)})

    assert "bahwa Surat memaparkan data." in told(document)


@pytest.mark.parametrize(
    "note",
    """
Penyelenggara harus netral
Keterbukaan informasi makin penting
Menciptakan inovasi adalah tugas bersama
Pemutakhiran data wajib dilakukan
Pelayanan informasi harus cepat
Kesiapan logistik perlu diperiksa
Pengawasan partisipatif makin penting
Digitalisasi arsip wajib dilakukan
Rekapitulasi suara harus terbuka
Masyarakat perlu melapor
Dilakukan pemutakhiran data setiap semester
Undang-undang melindungi pemilih
Ketidakhadiran saksi tidak menghentikan penghitungan
Pertanggungjawaban anggaran harus tertib
Perlindungan data pribadi wajib dijamin
Koordinasi antarlembaga harus ditingkatkan
""".strip().splitlines(),
)
def test_ordinary_word_is_small_after_bahwa(note: str) -> None:
    assert f"Ia menyampaikan bahwa {note[0].lower()}{note[1:]}." in told(with_points(note))


def test_unknown_word_is_small_where_the_record_writes_it_small() -> None:
    document = with_points("Sirip hiu dilindungi", "warga tidak boleh memburu sirip hiu")

    assert "bahwa sirip hiu dilindungi." in told(document)


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("DIHARAPKAN peserta hadir", "Ia berharap peserta hadir."),
        ("Mohon TPS khusus", "Ia memohon TPS khusus."),
        ("Mari menjaga suara", "Ia menyampaikan ajakan berikut: mari menjaga suara."),
    ],
)
def test_words_of_appeal_are_known_in_any_letters(note: str, said: str) -> None:
    assert said in told(with_points(note))


def test_two_verb_phrases_share_a_sentence_and_nothing_is_added() -> None:
    made = told(with_points("Menyusun jadwal", "memeriksa berkas"))

    assert "Ia menyampaikan hal-hal berikut: menyusun jadwal dan memeriksa berkas." in made


def test_kind_of_event_keeps_names_in_it() -> None:
    assert plain_kind("Sosialisasi Pemilu") == "sosialisasi Pemilu"
    assert plain_kind("Rapat Koordinasi Pertamina") == "rapat koordinasi Pertamina"


def test_bare_document_is_told_without_notes() -> None:
    assert "Ia" not in told(BARE)
