from __future__ import annotations

import re

from tests.integration.cli.conftest import Run


def test_an_installation_is_opened_from_the_command_line(run: Run) -> None:
    code, link, _ = run("account", "invite", "Sri@kpu.go.id")

    assert code == 0
    assert re.fullmatch(r"http://127\.0\.0\.1:8000/undangan-rekan/[a-z2-7]{32}\n", link)


def test_an_unknown_office_a_wrong_address_and_a_wrong_role_are_named(run: Run) -> None:
    assert run("account", "invite", "sri@kpu.go.id", "--office", "KPU Entah") == (
        1,
        "",
        "no office is called KPU Entah\n",
    )
    code, _, reason = run("account", "invite", "sri")
    assert (code, "found 'sri'" in reason) == (1, True)
    assert run("account", "invite", "sri@kpu.go.id", "--role", "raja")[0] == 2


def test_accounts_are_listed_with_what_they_may(run: Run) -> None:
    run("demo")

    code, lines, _ = run("account", "list")

    assert (code, lines) == (0, "pengelola@example.com\tPengelola Demo\tpassword\tmanager *\n")
    assert run("account", "end-sessions", "pengelola@example.com") == (0, "", "0 sign-ins ended\n")
    assert run("account", "forget-second-step", "Pengelola@example.com") == (
        0,
        "",
        "two-step verification is off\n",
    )
    assert run("account", "end-sessions", "lain@example.com") == (
        1,
        "",
        "no account has the address lain@example.com\n",
    )
