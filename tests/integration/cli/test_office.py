from __future__ import annotations

from pathlib import Path

from tests.factories.tables import xlsx
from tests.integration.cli.conftest import Run

ROWS = [
    ["Nama satuan kerja", "Jenjang", "Wilayah", "Satuan kerja atas", "Surel"],
    ["KPU RI", "Pusat", "", "", "info@kpu.example"],
    ["KPU Provinsi Banten", "Provinsi", "36", "KPU RI", ""],
]
BAD = ["KPU Kabupaten Lebak", "Kabupaten", "Lebak", "KPU Provinsi Banten", "bukan surel"]


def test_import_tells_what_it_would_do_and_does_it_when_told(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "satker.xlsx"
    file.write_bytes(xlsx(ROWS))

    told = run("offices", "import", str(file))
    again = run("offices", "import", str(file), "--apply")
    after = run("offices", "import", str(file))

    assert told == (
        0,
        "created KPU RI\n  name: KPU RI\n  level: national\n  email: info@kpu.example\n"
        "created KPU Provinsi Banten\n  name: KPU Provinsi Banten\n  level: province\n"
        "  region_code: Banten\n  parent: KPU RI\n",
        "nothing was changed; --apply does it\n",
    )
    assert (again[0], again[1], again[2]) == (0, told[1], "2 offices created, 0 changed\n")
    assert after[1] == ""


def test_rows_at_fault_are_told_and_the_others_taken(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "satker.csv"
    text = "\n".join(";".join(row) for row in [*ROWS, BAD])
    file.write_bytes(text.encode("cp1252"))

    code, _out, err = run("offices", "import", str(file), "--apply")

    assert code == 1
    assert err == "row 4, email 'bukan surel': not an address\n2 offices created, 0 changed\n"


def test_a_file_that_is_no_table_is_refused_with_the_reason(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "satker.csv"
    file.write_bytes(b"%PDF-1.7")

    assert run("offices", "import", str(file)) == (1, "", "the file cannot be read as a table: wrong kind\n")
    assert run("offices", "import", str(tmp_path / "nowhere.csv"))[0] == 2
