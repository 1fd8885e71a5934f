"""From the record to a published berita."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from webinar.core.access import Actor
from webinar.core.berita import Article, Style, article_from_dict, article_to_dict, compose, render
from webinar.core.document.write import dump_json
from webinar.core.errors import EventUnpublished, NotFound
from webinar.core.history import Act, Thing
from webinar.core.states import BeritaState, EventState
from webinar.db import Transaction, db, transaction
from webinar.models import Berita, Event
from webinar.queries.document import event_document
from webinar.services.history import record_change


def draft_berita(
    berita_id: int, style: Style | None = None, *, actor: Actor | None, now: datetime
) -> Article:
    """Compose the text from the record as it is now and keep it with the report. Raises NotFound."""
    made = _compose(berita_id, style or Style())
    with transaction() as tx:
        berita = _locked(tx, berita_id)
        before = _told(berita)
        _keep(berita, made, now)
        _record(tx, berita, Act.CHANGED, before, actor=actor, now=now)
    return made.article


def publish_berita(berita_id: int, *, actor: Actor | None, now: datetime) -> str:
    """Publish the text, composed first if it was not; returns its slug. Publishing twice changes nothing.

    Raises NotFound, and EventUnpublished for the report of a draft: its page would tell what nobody may know.
    """
    made = _compose(berita_id, Style())
    with transaction() as tx:
        berita = _locked(tx, berita_id)
        if (
            tx.session.get_one(Event, berita.event_id, with_for_update={"read": True}).state
            == EventState.DRAFT
        ):
            raise EventUnpublished
        if berita.state != BeritaState.PUBLISHED:
            before = _told(berita)
            if berita.article is None:
                _keep(berita, made, now)
            berita.state = BeritaState.PUBLISHED
            berita.published_at = now
            _record(tx, berita, Act.PUBLISHED, before, actor=actor, now=now)
        return berita.slug


def withdraw_berita(berita_id: int, *, actor: Actor | None, now: datetime) -> None:
    """Make what was published a draft again; its page is gone until it is published anew. Raises NotFound."""
    with transaction() as tx:
        berita = _locked(tx, berita_id)
        if berita.state == BeritaState.PUBLISHED:
            before = _told(berita)
            berita.state = BeritaState.DRAFT
            berita.changed_at = now
            _record(tx, berita, Act.WITHDRAWN, before, actor=actor, now=now)


@dataclass(frozen=True)
class _Made:
    """A text and the digest of the document it was made of."""

    article: Article
    digest: str


def _compose(berita_id: int, style: Style) -> _Made:
    """Before the transaction: composing takes longer than others should wait for the write lock."""
    berita = db.session.get(Berita, berita_id)
    if berita is None:
        raise NotFound
    document = event_document(berita.event_id, berita.id)
    return _Made(compose(document, style), sha256(dump_json(document).encode()).hexdigest())


def _locked(tx: Transaction, berita_id: int) -> Berita:
    berita = tx.session.get(Berita, berita_id, with_for_update=True)
    if berita is None:
        raise NotFound
    return berita


def _keep(berita: Berita, made: _Made, now: datetime) -> None:
    berita.article = article_to_dict(made.article)
    berita.headline = made.article.headline.text
    berita.document_digest = made.digest
    berita.changed_at = now


def _told(berita: Berita) -> dict[str, Any]:
    """What the history compares: state, headline and the text as people read it."""
    text = render.text(article_from_dict(berita.article)) if berita.article else None
    return {"state": berita.state, "headline": berita.headline, "text": text}


def _record(
    tx: Transaction,
    berita: Berita,
    act: Act,
    before: dict[str, Any],
    *,
    actor: Actor | None,
    now: datetime,
) -> None:
    record_change(
        tx,
        act,
        Thing.BERITA,
        berita.id,
        title=berita.headline or berita.unit_name,
        office_id=berita.office_id,
        actor=actor,
        now=now,
        before=before,
        after=_told(berita),
    )
