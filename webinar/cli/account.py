"""``webinar account``: who can sign in, from the machine itself."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from webinar.cli.application import with_application
from webinar.core.access import OfficeRole


@click.group()
def account() -> None:
    """Accounts of organisers.

    \b
    Example:
      webinar account list
    """


@account.command("list")
@with_application
def list_() -> None:
    """List the accounts: address, name, second step, roles; a closed account is marked.

    \b
    Example:
      webinar account list
    """
    from webinar.queries.account import accounts, own_memberships

    for user in accounts():
        roles = "; ".join(f"{one.role} {one.office or '*'}" for one in own_memberships(user.id))
        step = "two-step" if user.totp_secret else "password"
        closed = "" if user.active else "\tclosed"
        click.echo(f"{user.email}\t{user.name}\t{step}\t{roles or '-'}{closed}")


@account.command()
@click.argument("email")
@click.option(
    "--office", help="The office by its name; without it, the role holds for the whole installation."
)
@click.option(
    "--role",
    type=click.Choice([role.value for role in OfficeRole]),
    default=OfficeRole.MANAGER.value,
    show_default=True,
)
@with_application
def invite(email: str, office: str | None, role: str) -> None:
    """Mail somebody the link by which they join, and print it.

    \b
    Example:
      webinar account invite sri@kpu.go.id --office "KPU Kabupaten Bantul" --role operator
    """
    from webinar.adapters.links import absolute, colleague_token
    from webinar.core.contact import ContactUnfit, mail_address
    from webinar.core.errors import Refusal
    from webinar.queries.colleague import invitation_facts
    from webinar.services.colleague import invite_colleague

    try:
        address = mail_address(email)
    except ContactUnfit as error:
        raise Refusal(f"expected a mail address such as nama@kpu.go.id, found {email!r}") from error
    office_id = _office_id(office) if office else None
    invitation_id = invite_colleague(address, office_id, OfficeRole(role), actor=None, now=datetime.now(UTC))
    invitation = invitation_facts(invitation_id)
    if invitation is not None:
        click.echo(absolute(f"/undangan-rekan/{colleague_token(invitation.link_key)}"))


@account.command("end-sessions")
@click.argument("email")
@with_application
def end_sessions(email: str) -> None:
    """Sign somebody out in every browser.

    \b
    Example:
      webinar account end-sessions sri@kpu.go.id
    """
    from webinar.services.sign_in import end_sign_ins

    click.echo(f"{end_sign_ins(_id_of(email))} sign-ins ended", err=True)


@account.command("forget-second-step")
@click.argument("email")
@with_application
def forget_second_step(email: str) -> None:
    """Switch two-step verification off for somebody who lost telephone and recovery codes.

    Make sure first that it is they who ask. They are told by mail.

    \b
    Example:
      webinar account forget-second-step sri@kpu.go.id
    """
    from webinar.services.second_step import switch_off_second_step

    switch_off_second_step(_id_of(email), actor=None, now=datetime.now(UTC))
    click.echo("two-step verification is off", err=True)


def _office_id(name: str) -> int:
    from webinar.core.errors import NotFound
    from webinar.queries.office import office_called

    office = office_called(name)
    if office is None:
        raise NotFound(f"no office is called {name}")
    return office.id


def _id_of(email: str) -> int:
    from webinar.core.errors import NotFound
    from webinar.queries.account import account_by_email

    user = account_by_email(email)
    if user is None:
        raise NotFound(f"no account has the address {email}")
    return user.id
