"""Whatever the record holds: no placeholder, no stray mark, no long sentence, nothing of its own."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from webinar.core.berita import LEADS, Article, Style, article_from_dict, article_to_dict, compose
from webinar.core.berita.render import html, markdown, text
from webinar.core.document.model import EventDocument
from webinar.core.document.read import read_document
from webinar.core.document.write import write_document
from webinar.core.errors import DocumentInvalid
from webinar.core.indonesian.letters import bare
from webinar.core.indonesian.notewords import PASSIVE_APPEALS
from webinar.core.indonesian.numbers import figures

NOTES = (
    "tata cara pelayanan informasi;",
    "1. Menciptakan inovasi pelayanan",
    "Keterbukaan informasi makin penting.",
    "agar data dijaga",
    "Jangan takut melapor!",
    "mari menjaga suara rakyat",
    "Pastikan data benar",
    "Apakah data sudah benar?",
    "diharapkan peserta memahami regulasi",
    "514 kabupaten/kota telah melapor; dan",
    "Ma'ruf & Mu'min (petugas) bekerja",
    '"satu data" untuk semua,',
    "tentang hak pilih",
    "untuk meningkatkan partisipasi",
    "menekankan pentingnya data",
    "Data harus benar. Namun, waktu terbatas. Ia mengingatkan hal itu.",
    "bahwa saksi berhak hadir",
    "Ia mengajak semua pihak bekerja sama.",
    "partisipasi, transparansi, dan akuntabilitas",
    " ".join(
        ["penguatan kelembagaan mencakup"] + ["penataan struktur organisasi,"] * 9 + ["dan pembinaan pegawai"]
    ),
    "tahapan awal berjalan baik; " * 9 + "tahapan akhir menyusul",
)
TITLES = (
    "Webinar Pengelolaan Informasi",
    "Rapat Koordinasi Data Pemilih",
    "PENDIDIKAN PEMILIH UNTUK SEMUA",
    "Menjaga Suara Rakyat.",
    '"Pemilu Damai"',
    "Apa Itu PPID?",
    "Rakor",
    "Ngobrol Pemilu: dari kita untuk kita",
)
NAMES = (
    "Ilham Sahputra",
    "I Gede Narayana",
    "Ma'ruf",
    "Mu'min Sahupala",
    "Titi",
    "Ni Luh Putu Ayu",
    "Suyono",
)
POSTS = (
    "Ketua",
    "Ketua KPU RI",
    "dosen",
    "Kepala Divisi Sosialisasi, Pendidikan Pemilih, Partisipasi Masyarakat, dan SDM",
    "anggota",
    "Direktur Pendaftaran Penduduk Direktorat Jenderal Kependudukan dan Pencatatan Sipil",
    "Plt. Sekretaris",
)
HOUSES = ("KPU RI", "Bawaslu Provinsi Bali", "Universitas Gadjah Mada", "KPU Kabupaten Bantul", "Perludem")


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(st.none(), strategy)


notes = st.lists(st.sampled_from(NOTES), max_size=5, unique=True)
person = {
    "name": maybe(st.sampled_from(NAMES)),
    "title_prefix": maybe(st.sampled_from(["Prof. Dr.", "dr", "H."])),
    "title_suffix": maybe(st.sampled_from(["S.H., M.H.", "SE, M.Si", "Sp.PD"])),
    "position": maybe(st.sampled_from(POSTS)),
    "institution": maybe(st.sampled_from(HOUSES)),
    "acting": maybe(st.sampled_from(["Plt", "Plh."])),
    "represents": maybe(st.sampled_from(["Gubernur Bali", "mewakili Rektor"])),
}
people = st.fixed_dictionaries(person)
with_remarks = st.fixed_dictionaries(person | {"remarks": notes})
named = st.fixed_dictionaries(person | {"name": st.sampled_from(NAMES), "remarks": notes})
speakers = st.fixed_dictionaries(
    person
    | {
        "name": st.sampled_from(NAMES),
        "role": st.sampled_from([None, "speaker", "keynote", "opening_lecture", "discussant", "Pemantik"]),
        "talk_title": maybe(st.sampled_from(["Data & Kita", "apa itu hoaks?"])),
        "session": st.sampled_from([None, 1, 2]),
        "session_order": maybe(st.integers(1, 9)),
        "intro": maybe(st.sampled_from([note for note in NOTES if len(note) < 90])),
        "key_points": notes,
        "summary": maybe(st.sampled_from(NOTES)),
        "quotes": st.lists(st.sampled_from(["Ayo memilih!", "Data itu kunci. Jaga bersama."]), max_size=1),
    }
)
groups = st.one_of(
    st.fixed_dictionaries(
        {
            "kind": st.just("position_level_region"),
            "positions": st.lists(st.sampled_from(POSTS[:5]), min_size=1, max_size=6, unique=True),
            "units": st.lists(st.sampled_from(["KPU Provinsi", "KPU Kabupaten/Kota"]), unique=True),
            "scope": maybe(st.sampled_from(["se-Indonesia", "Bali"])),
        }
    ),
    st.fixed_dictionaries(
        {
            "kind": st.just("external"),
            "label": st.sampled_from(["media massa", "mahasiswa"]),
            "members": st.lists(st.sampled_from(HOUSES), max_size=5, unique=True),
            "scope": maybe(st.just("se-Indonesia")),
        }
    ),
)


FREE = {
    "title": st.sampled_from(TITLES),
    "event_type": maybe(st.sampled_from(["webinar", "rapat koordinasi", "Sosialisasi Daring", "FGD"])),
    "theme": maybe(st.sampled_from(["“Suara Rakyat”", "pengelolaan informasi untuk semua", "Data"])),
    "occasion": maybe(st.sampled_from(["Hari Sumpah Pemuda", "dalam rangka HUT KPU"])),
    "background": maybe(st.sampled_from(NOTES)),
    "organiser": st.fixed_dictionaries(
        {"name": st.sampled_from(HOUSES), "long_name": maybe(st.just("Komisi Pemilihan Umum RI"))}
    ),
    "co_organisers": st.lists(st.fixed_dictionaries({"name": st.sampled_from(HOUSES)}), max_size=2),
    "reporting_unit": st.fixed_dictionaries(
        {"name": st.sampled_from(HOUSES), "city": maybe(st.just("Bantul"))}
    ),
    "perspective": st.sampled_from(["attendee", "organiser"]),
    "mode": st.sampled_from([None, "online", "onsite", "hybrid"]),
    "platform": maybe(st.sampled_from(["Zoom Meeting", "melalui aplikasi Zoom"])),
    "venue": maybe(st.sampled_from(["Aula KPU", "di Hotel A, Jakarta"])),
    "live_stream": maybe(st.just("YouTube KPU RI")),
    "attending_from": maybe(st.just("Aula")),
    "first_of_its_kind": maybe(st.booleans()),
    "target_region": maybe(st.sampled_from(["Kabupaten Bantul", "se-Bali"])),
    "series": maybe(
        st.fixed_dictionaries({"name": maybe(st.just("Kelas Pemilu")), "number": maybe(st.integers(1, 20))})
    ),
    "invitation_letter": maybe(st.just({"number": "Nomor 1/A", "sender": "KPU RI"})),
    "legal_basis": st.lists(
        st.just({"name": "UU", "number": "7", "year": 2017, "about": "Pemilu"}), max_size=1
    ),
    "opened_by": maybe(named),
    "closed_by": maybe(named),
    "remarks_by": st.lists(with_remarks, max_size=2),
    "moderators": st.lists(people, max_size=3),
    "also_present": st.lists(people, max_size=6),
    "participant_groups": st.lists(groups, max_size=6),
    "delegation": st.lists(
        st.fixed_dictionaries(
            {
                "name": maybe(st.sampled_from(NAMES)),
                "position": maybe(st.sampled_from([*POSTS, "staf"])),
                "count": maybe(st.integers(1, 30)),
            }
        ),
        max_size=5,
    ),
    "attendance": maybe(
        st.fixed_dictionaries(
            {name: maybe(st.integers(1, 2000)) for name in ("total", "online", "onsite", "units")}
        )
    ),
    "discussion": st.lists(
        st.fixed_dictionaries(
            {
                "question": maybe(st.sampled_from(NOTES)),
                "question_by": maybe(st.sampled_from(["Peserta", "Titi", "Yohanes, mahasiswa"])),
                "answer": maybe(st.sampled_from((*NOTES, "Tidak, data dijamin aman.", "Ya", "akan dikaji"))),
                "answer_by": maybe(st.sampled_from(["Ma'ruf", "panitia"])),
            }
        ),
        max_size=2,
    ),
    "quotes": st.lists(
        st.fixed_dictionaries(
            {"speaker": st.sampled_from(NAMES), "text": st.just("Suara kita, masa depan kita.")}
        ),
        max_size=2,
    ),
    "closing_note": maybe(st.sampled_from(NOTES)),
    "hashtags": st.lists(st.sampled_from(["KPUMelayani", "#KPU Melayani"]), max_size=2),
}


@st.composite
def documents(draw: st.DrawFn) -> EventDocument:
    """A document that the reader accepts; every optional field is there or not by itself."""
    first = draw(st.dates(date(2020, 1, 1), date(2027, 12, 31)))
    length = draw(st.sampled_from([0, 0, 0, 1, 2, 9]))
    days = {"start_date": first.isoformat(), "end_date": (first + timedelta(days=length)).isoformat()}
    if length and draw(st.booleans()):
        days["reported_day"] = draw(st.integers(1, length + 1))  # type: ignore[assignment]
    day = first + timedelta(days=int(days.get("reported_day", 1)) - 1)
    zone, name, offset = draw(
        st.sampled_from(
            [("WIB", "Asia/Jakarta", 7), ("WITA", "Asia/Makassar", 8), ("WIT", "Asia/Jayapura", 9)]
        )
    )
    starts = draw(maybe(st.integers(0, 23)))
    ends = draw(maybe(st.integers(0, 9)))
    start = f"{day.isoformat()}T{starts:02}:30:00+{offset:02}:00" if starts is not None else None
    end = None
    if starts is not None and ends is not None:
        over, at = divmod(starts + ends + 1, 24)
        end = f"{(day + timedelta(days=over)).isoformat()}T{at:02}:00:00+{offset:02}:00"
    sessions = draw(
        st.lists(
            st.fixed_dictionaries(
                {
                    "name": maybe(
                        st.sampled_from(["Sesi I", "Arah Kebijakan", "Sesi 2: Praktik", "istirahat"])
                    ),
                    "kind": st.sampled_from([None, "plenary", "panel", "breakout", "training", "break"]),
                    "theme": maybe(st.just("Data Pemilih")),
                    "audience": maybe(st.sampled_from(["operator", "Ketua, Anggota, dan Sekretaris"])),
                    "day": maybe(st.integers(1, length + 1)),
                }
            ),
            max_size=2,
        )
    )
    sessions = [session | {"order": order} for order, session in enumerate(sessions, start=1)]
    spoken = draw(st.lists(speakers, max_size=6))
    orders = {session["order"] for session in sessions}
    for one in spoken:
        one["session"] = one["session"] if one["session"] in orders else None
    data = draw(st.fixed_dictionaries(FREE)) | {
        "dates": days,
        "start": start,
        "end": end,
        "timezone": zone,
        "tz_database": name,
        "speakers": spoken,
        "sessions": sessions,
    }
    try:
        return read_document(data)
    except DocumentInvalid as refused:  # two sessions on days apart, say
        raise AssertionError([str(p) for p in refused.problems]) from refused


styles = st.builds(
    Style,
    lead=st.sampled_from(LEADS),
    degrees=st.booleans(),
    zone=st.sampled_from(["organiser", "WIB", "WIT"]),
    dateline=st.sampled_from(["auto", "always", "never"]),
    clock=st.sampled_from(["from_to", "range"]),
    long_names=st.booleans(),
)
many = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))

STRAY = re.compile(
    r"None|null|\{|\}|  | [,;.:]|,,|;;|\.\.|,\.|;\.|:\.|\.,,|pukul –|pukul hingga"
    r"|\(\)|“”|“\s|\s”|, ,|:,|,;|\ue000"
    r"|\b(dan|oleh|di|dari|tema|agar|bahwa|yaitu|melalui|sebagai|pada)[.,;]"
    r"|\b(bahwa bahwa|agar agar|secara secara|juga menambahkan|bahwa (ya|tidak)[,.])\b"
    r"|(S\.H\.|M\.Si\.|Sp\.PD\.) (dari|selaku|sebagai|hadir)\b"
)


@many
@given(documents(), styles)
def test_text_has_no_placeholder_and_no_stray_mark(document: EventDocument, style: Style) -> None:
    article = compose(document, style)

    for sentence in (article.headline, *article.sentences):
        found = STRAY.search(sentence.text)
        assert not found, f"{found!r} in {sentence.text!r}"


@many
@given(documents(), styles)
def test_sentences_are_finished_and_know_their_sources(document: EventDocument, style: Style) -> None:
    article = compose(document, style)

    for sentence in article.sentences:
        inside_list = sentence.text in _last_items(article) or sentence.text.endswith((";", "; dan"))
        begins = (
            sentence.text[0].isupper() or not sentence.text[0].isalpha() or sentence.text.startswith("dr. ")
        )
        assert begins or inside_list, sentence.text
        assert re.search(r"([.?!:;]|; dan|[.?!]”)$", sentence.text), sentence.text
        assert sentence.sources, sentence.text
        for source in sentence.sources:
            assert _resolves(document, source), (source, sentence.text)


def _last_items(article: Article) -> list[str]:
    return [block.items[-1].text for block in article.blocks if hasattr(block, "items")]


def _resolves(document: EventDocument, path: str) -> bool:
    found: Any = document
    for step in re.findall(r"[a-z_]+|\d+", path):
        found = found[int(step)] if step.isdigit() else getattr(found, step)
    return found not in (None, (), "")


@many
@given(documents(), styles)
def test_no_sentence_exceeds_the_limit_except_one_long_field(document: EventDocument, style: Style) -> None:
    unsplittable = [bare(note) for note in NOTES if len(note.split()) > 30 and ";" not in note]

    for sentence in compose(document, style).sentences:
        long_field = any(note.lower()[1:] in sentence.text.lower() for note in unsplittable)
        assert len(sentence.text.split()) <= 45 or long_field, sentence.text


@many
@given(documents(), styles)
def test_numbers_come_from_the_record_or_are_computed(document: EventDocument, style: Style) -> None:
    record = json.dumps(write_document(document), ensure_ascii=False)
    allowed = set(re.findall(r"\d+", record)) | {str(int(n)) for n in re.findall(r"\d+", record)}
    allowed |= {part for n in list(allowed) for part in figures(int(n)).split(".")}
    first, last = document.dates.start_date, document.dates.end_date or document.dates.start_date
    for offset in range(-1, (last - first).days + 3):
        day = first + timedelta(days=offset)
        allowed |= {str(day.day), str(day.month), str(day.year)}
    allowed |= {f"{hour:02}" for hour in range(24)}
    allowed.add("00")

    for sentence in compose(document, style).sentences:
        assert set(re.findall(r"\d+", sentence.text)) <= allowed, sentence.text


@many
@given(documents(), styles)
def test_every_point_of_a_reported_speaker_is_told(document: EventDocument, style: Style) -> None:
    if document.dates.reported_day:
        return
    told = _letters(text(compose(document, style)))

    for speaker in document.speakers:
        for point in speaker.key_points:
            wanted = bare(point)
            first, _, rest = wanted.partition(" ")
            wanted = rest if first.lower() in (*PASSIVE_APPEALS, "bahwa", "ia") else wanted
            for part in re.split(r"[;.]\s", wanted):
                assert _letters(part) in told, part


def _letters(value: str) -> str:
    return re.sub(r"[^\w&%]+", " ", value).lower().strip()


@many
@given(documents(), styles)
def test_quotation_marks_only_stand_around_words_of_the_record(document: EventDocument, style: Style) -> None:
    record = _letters(json.dumps(write_document(document), ensure_ascii=False))

    for quoted in re.findall(r"“([^”]*)”", text(compose(document, style))):
        assert _letters(quoted) in record, quoted


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents(), styles)
def test_article_survives_json_and_renders_everywhere(document: EventDocument, style: Style) -> None:
    article = compose(document, style)

    again = article_from_dict(json.loads(json.dumps(article_to_dict(article))))

    assert again == article
    assert compose(document, style) == article
    assert html(article).count("<ol>") == html(article).count("</ol>")
    assert markdown(article).startswith("# ")


@many
@given(documents(), styles)
def test_every_quotation_is_told_once(document: EventDocument, style: Style) -> None:
    wanted = [quote.text for quote in document.quotes]

    made = text(compose(document, style))

    assert made.count("Suara kita, masa depan kita") == len(wanted)


@many
@given(documents())
def test_later_day_does_not_tell_of_the_opener(document: EventDocument) -> None:
    if not document.opened_by or (document.dates.reported_day or 1) == 1 or not document.dates.end_date:
        return
    if document.dates.end_date == document.dates.start_date:
        return

    article = compose(document)

    assert "dibuka oleh" not in text(article)
    assert not [s for told in article.sentences for s in told.sources if s.startswith("opened_by.remarks")]
