"""The demo, made by the real use cases: it breaks when they break."""

from __future__ import annotations

import json
import secrets
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from webinar.adapters.links import settings
from webinar.core.document.read import read_document
from webinar.core.zones import WIB, local
from webinar.demo.coming import Coming, coming_events
from webinar.demo.participants import participant
from webinar.queries.desk import event_groups
from webinar.queries.installation import has_events, has_organiser
from webinar.services.account import create_first_organiser
from webinar.services.berita import publish_berita
from webinar.services.demo_life import load_lives
from webinar.services.event import import_event
from webinar.services.office import load_kpu_offices
from webinar.services.registration import register_participant
from webinar.services.seats import RegistrationTerms, set_registration_terms

FILE_NAME = "demo-sign-in.json"
EMAIL = "pengelola@example.com"


@dataclass(frozen=True)
class SignIn:
    email: str
    password: str


def demo_sign_in(instance: Path) -> SignIn | None:
    """How to sign in to the demo; None where no demo was loaded."""
    path = instance / FILE_NAME
    return SignIn(**json.loads(path.read_text())) if path.exists() else None


def load_demo(*, now: datetime | None = None) -> bool:
    """Fill an installation that has no events yet; tells whether it did."""
    now = now or datetime.now(UTC)
    if has_events():
        return False
    load_kpu_offices()
    _create_organiser(now)
    _load_seed(now)
    event_ids = [_load_coming(coming, now) for coming in coming_events(local(now, WIB).date())]
    load_lives(*event_ids[:2], now=now)
    return True


def _create_organiser(now: datetime) -> None:
    if has_organiser():
        return
    sign_in = SignIn(EMAIL, secrets.token_urlsafe(9))
    create_first_organiser(name="Pengelola Demo", email=sign_in.email, password=sign_in.password, now=now)
    path = settings().instance / FILE_NAME
    path.touch(mode=0o600)
    path.write_text(json.dumps(asdict(sign_in)))


def _load_seed(now: datetime) -> None:
    seed = Path(__file__).parent.parent / "demo" / "seed.json"
    result = import_event(read_document(json.loads(seed.read_text())), actor=None, now=now)
    publish_berita(
        result.berita_id,
        actor=None,
        now=datetime.combine(date(2021, 8, 12), datetime.min.time(), UTC) + timedelta(hours=11),
    )


def _load_coming(coming: Coming, now: datetime) -> int:
    result = import_event(read_document(coming.document), actor=None, now=now)
    if not coming.is_ours:
        return result.event_id
    groups = [group.id for group in event_groups(result.event_id)]
    quotas = dict(zip(groups, coming.group_quotas, strict=False))
    terms = RegistrationTerms(is_open=True, quota=coming.quota, group_quotas=quotas)
    set_registration_terms(result.event_id, terms, actor=None, now=now)
    for number in range(coming.registered_count):
        group_id = groups[number % len(groups)] if groups else None
        register_participant(result.event_id, participant(result.slug, number, group_id), now=now)
    return result.event_id
