"""What is said of tables that come in as files: of the whole, of a cell, and of how they were read."""

from __future__ import annotations

from collections.abc import Mapping

from flask_babel import gettext as _

from webinar.core.table_import.fault import CellFault, TableFault, TableUnfit
from webinar.core.table_import.reading import RowFault
from webinar.web.filters import number


def table_fault_words(refusal: TableUnfit) -> str:
    """What is wrong with the file, and what to do about it."""
    facts = refusal.facts
    return {
        TableFault.TOO_BIG: _(
            "Berkas lebih besar dari 5 MB. Hapus gambar dan lembar lain, lalu simpan lagi."
        ),
        TableFault.WRONG_KIND: _("Berkas ini bukan CSV, XLSX, atau ODS. Simpan sebagai salah satunya."),
        TableFault.OLD_EXCEL: _(
            "Berkas ini berformat Excel lama atau memakai kata sandi. Simpan sebagai .xlsx tanpa kata sandi."
        ),
        TableFault.UNREADABLE: _(
            "Berkas ini rusak atau terlalu rumit. Simpan ulang sebagai .xlsx atau .csv."
        ),
        TableFault.EMPTY: _("Berkas ini tidak memuat baris data di bawah judul kolom."),
        TableFault.TOO_MANY_ROWS: _(
            "Berkas ini memuat lebih dari %(most)s baris. Bagi menjadi beberapa berkas.",
            most=number(int(str(facts.get("most", 0)))),
        ),
        TableFault.TOO_MANY_COLUMNS: _(
            "Berkas ini memuat %(count)s kolom, paling banyak %(most)s. Hapus kolom yang tidak diperlukan.",
            count=facts.get("count"),
            most=facts.get("most"),
        ),
        TableFault.MERGED: _(
            "Ada sel gabungan: %(cells)s. Pisahkan selnya, lalu isi setiap baris.", cells=facts.get("cells")
        ),
        TableFault.SAME_HEADINGS: _(
            "Ada judul kolom yang sama: %(headings)s. Beri setiap kolom judul sendiri.",
            headings=facts.get("headings"),
        ),
    }[refusal.fault]


def cell_fault_words(fault: RowFault, own: Mapping[str, str]) -> str:
    """What is expected in the cell instead; ``own`` are the words of the import's own reasons."""
    words = {
        CellFault.MISSING: _("kolom ini wajib diisi"),
        CellFault.TOO_LONG: _("paling banyak %(most)s huruf", most=fault.facts.get("most")),
        CellFault.FORMULA: _("nilai, bukan rumus. Salin, lalu tempel sebagai nilai"),
        CellFault.BROKEN_LETTERS: _("huruf yang utuh. Periksa penyandian berkas"),
        CellFault.DUPLICATE: _("satu baris saja. Sudah ada di baris %(row)s", row=fault.facts.get("row")),
    }
    return own.get(fault.reason) or words[CellFault(fault.reason)]


def encoding_word(encoding: str) -> str:
    return {
        "utf-8": _("UTF-8"),
        "utf-16": _("UTF-16 (Teks Unicode Excel)"),
        "windows-1252": _("Windows-1252 (CSV Excel lama)"),
    }[encoding]


def delimiter_word(delimiter: str) -> str:
    return {";": _("Titik koma"), ",": _("Koma"), "\t": _("Tab"), "|": _("Garis tegak")}[delimiter]
