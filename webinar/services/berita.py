"""From the record to a published berita."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from webinar.core.berita import Article, Style, article_to_dict, compose
from webinar.core.document.write import dump_json
from webinar.core.errors import NotFound
from webinar.core.states import BeritaState
from webinar.db import db, transaction
from webinar.models import Berita
from webinar.queries.document import event_document


def draft_berita(berita_id: int, style: Style | None = None, *, now: datetime) -> Article:
    """Compose the text from the record as it is now and keep it with the report. Raises NotFound."""
    made = _compose(berita_id, style or Style())
    with transaction() as tx:
        _keep(tx.session.get_one(Berita, berita_id), made, now)
    return made.article


def publish_berita(berita_id: int, *, now: datetime) -> str:
    """Publish the text, composed first if it was not; returns its slug. Publishing twice changes nothing."""
    made = _compose(berita_id, Style())
    with transaction() as tx:
        berita = tx.session.get_one(Berita, berita_id, with_for_update=True)
        if berita.state != BeritaState.PUBLISHED:
            if berita.article is None:
                _keep(berita, made, now)
            berita.state = BeritaState.PUBLISHED
            berita.published_at = now
        return berita.slug


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


def _keep(berita: Berita, made: _Made, now: datetime) -> None:
    berita.article = article_to_dict(made.article)
    berita.headline = made.article.headline.text
    berita.document_digest = made.digest
    berita.changed_at = now
