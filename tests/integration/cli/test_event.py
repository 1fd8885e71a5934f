from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.factories.document import SEED, seed_json, small_document
from tests.integration.cli.conftest import Run
from webinar.core.document.schema import event_schema
from webinar.core.document.write import write_document

SLUG = "webinar-pengelolaan-dan-pelayanan-informasi-publik-2021-08-12"


def test_import_prints_one_line_that_ends_in_the_slug(run: Run) -> None:
    assert run("event", "import", str(SEED)) == (0, f"created {SLUG}\n", "")
    assert run("event", "import", str(SEED)) == (0, f"unchanged {SLUG}\n", "")
    assert run("event", "import", "-", stdin=json.dumps({**seed_json(), "theme": "Baru"}))[:2] == (
        0,
        f"changed {SLUG}\n",
    )


def test_export_writes_the_document_and_nothing_else(run: Run, tmp_path: Path) -> None:
    run("event", "import", str(SEED))

    code, out, err = run("event", "export", SLUG)

    document = json.loads(out)
    assert (code, err) == (0, "")
    assert out.endswith("}\n")
    assert document["speakers"][1]["intro"] == "manfaat keterbukaan informasi publik"
    assert run("event", "import", "-", stdin=out) == (0, f"unchanged {SLUG}\n", "")
    assert run("event", "export", SLUG, "-o", str(tmp_path / "out.json")) == (0, "", "")
    assert (tmp_path / "out.json").read_text(encoding="utf-8") == out


def test_export_of_a_unit_has_its_report(run: Run) -> None:
    document = write_document(small_document(closing_note="Dari Bantul."))
    run("event", "import", "-", stdin=json.dumps(document))
    other = {**document, "reporting_unit": {"name": "KPU Kabupaten Sleman"}, "closing_note": None}
    slug = run("event", "import", "-", stdin=json.dumps(other))[1].split()[-1]

    ours = run("event", "export", slug, "--unit", "KPU Kabupaten Bantul")[1]
    last = run("event", "export", slug)[1]

    assert json.loads(ours)["closing_note"] == "Dari Bantul."
    assert json.loads(last)["reporting_unit"]["name"] == "KPU Kabupaten Sleman"
    assert run("event", "export", slug, "--unit", "KPU") == (
        *(1, ""),
        f"no report of 'KPU' on {slug!r}; reports there: 'KPU Kabupaten Bantul', 'KPU Kabupaten Sleman'\n",
    )


def test_bad_document_is_refused_line_by_line_and_nothing_is_written(run: Run, tmp_path: Path) -> None:
    bad: dict[str, Any] = {
        **seed_json(),
        "titel": "x",
        "mode": "zoom",
        "timezone": "WITA",
        "tz_database": None,
    }

    code, out, err = run("event", "import", "-", stdin=json.dumps(bad))

    assert (code, out) == (1, "")
    assert err.splitlines() == [
        "titel: ditemukan nama yang tidak dikenal; yang diharapkan nama lain, mungkin title.",
        "mode: ditemukan teks “zoom”; yang diharapkan salah satu dari online, onsite, hybrid.",
        *(
            f"{name}: ditemukan waktu 2021-08-12T{clock}:00+07:00; "
            "yang diharapkan selisih +08:00, yaitu WITA, zona waktu kegiatan ini."
            for name, clock in (("start", "13:00"), ("end", "16:30"))
        ),
    ]
    assert not (tmp_path / "instance").exists()


def test_unknown_fields_are_passed_over_on_request(run: Run) -> None:
    document = json.dumps({**seed_json(), "titel": "x"})

    assert run("event", "import", "-", "--ignore-unknown", stdin=document) == (0, f"created {SLUG}\n", "")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["event", "import", "/nowhere/event.json"], "/nowhere/event.json: No such file or directory\n"),
        (["event", "import", "/"], "/: Is a directory\n"),
        (["event", "export", "tidak-ada"], "no event has the slug 'tidak-ada'\n"),
        (
            ["schema", "event", "-o", "/nowhere/schema.json"],
            "/nowhere/schema.json: No such file or directory\n",
        ),
    ],
)
def test_what_is_not_there_is_named(run: Run, arguments: list[str], sentence: str) -> None:
    assert run(*arguments) == (1, "", sentence)


@pytest.mark.parametrize(
    "arguments", [["event", "import"], ["event", "export"], ["event", "export", "a", "--x"]]
)
def test_wrong_usage_has_its_own_exit_code(run: Run, arguments: list[str]) -> None:
    code, out, err = run(*arguments)

    assert (code, out) == (2, "")
    assert err.startswith("Usage: webinar event ")


@pytest.mark.parametrize(
    "command",
    [["event"], ["event", "import"], ["event", "export"], ["schema"], ["offices"], ["offices", "load"]],
)
def test_help_shows_an_example(run: Run, command: list[str]) -> None:
    code, out, _ = run(*command, "--help")

    assert code == 0
    assert f"webinar {' '.join(command[:2])}" in out.partition("Example:")[2]


def test_schema_is_written_as_json(run: Run) -> None:
    code, out, err = run("schema", "event")

    assert (code, err) == (0, "")
    assert json.loads(out) == event_schema()
    assert Draft202012Validator(json.loads(out)).is_valid(seed_json())


def test_offices_are_loaded_once(run: Run) -> None:
    assert run("offices", "load", "kpu") == (0, "", "553 offices added\n")
    assert run("offices", "load", "kpu") == (0, "", "0 offices added\n")


def test_terms_that_are_not_named_stay(run: Run) -> None:
    document = write_document(small_document(perspective="organiser"))
    slug = run("event", "import", "-", stdin=json.dumps(document))[1].split()[-1]
    run("event", "registration", slug, "--quota", "12", "--no-waiting-list")

    closed = run("event", "registration", slug, "--closed")
    opened = run("event", "registration", slug, "--open", "--no-quota")

    assert closed == (0, "", "registration is closed, 12 seats\n")
    assert opened == (0, "", "registration is open, no limit of seats\n")
    assert run("event", "registration", slug, "--quota", "1", "--no-quota")[0] == 2
