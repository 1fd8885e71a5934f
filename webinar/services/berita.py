"""From the record to a published berita."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256

from webinar.core.berita import Article, Style, article_to_dict, compose
from webinar.core.document.write import dump_json
from webinar.core.errors import NotFound
from webinar.core.states import BeritaState
from webinar.db import transaction
from webinar.models import Berita
from webinar.queries.document import event_document


def draft_berita(berita_id: int, style: Style | None = None, *, now: datetime) -> Article:
    """Compose the text from the record as it is now and keep it with the report. Raises NotFound."""
    with transaction() as tx:
        berita = tx.session.get(Berita, berita_id)
        if berita is None:
            raise NotFound
        document = event_document(berita.event_id, berita.id)
        article = compose(document, style or Style())
        berita.article = article_to_dict(article)
        berita.headline = article.headline.text
        berita.document_digest = sha256(dump_json(document).encode()).hexdigest()
        berita.changed_at = now
    return article


def publish_berita(berita_id: int, *, now: datetime) -> str:
    """Publish the text, composed first if it was not; returns its slug. Publishing twice changes nothing."""
    with transaction() as tx:
        berita = tx.session.get(Berita, berita_id)
        if berita is None:
            raise NotFound
        is_new, needs_text = berita.state != BeritaState.PUBLISHED, berita.article is None
    if needs_text:
        draft_berita(berita_id, now=now)
    with transaction() as tx:
        berita = tx.session.get_one(Berita, berita_id)
        if is_new:
            berita.state = BeritaState.PUBLISHED
            berita.published_at = now
        return berita.slug
