"""The headline: "{Unit} Ikuti {event}" or "{Unit} Gelar {event}", in title case without a full stop."""

from __future__ import annotations

from webinar.core.berita import office
from webinar.core.berita.event import headline_event
from webinar.core.berita.model import Sentence
from webinar.core.berita.phrase import Phrase, say
from webinar.core.berita.telling import Telling
from webinar.core.berita.when import days_of
from webinar.core.indonesian.letters import title_case
from webinar.core.indonesian.numbers import ordinal


def headline(telling: Telling) -> Sentence:
    document = telling.document
    days = days_of(document)
    day = (
        Phrase(f"Hari {title_case(ordinal(days.reported))}", ("dates.reported_day",))
        if days.reported
        else None
    )
    if document.perspective == "organiser":
        subject, verb = office.own_office(document), "Gelar"
        if headline_event(document).text.startswith("Gelar "):  # "Gelar Wicara"
            verb = "Adakan"
    else:
        subject, verb = office.unit(document), "Ikuti"
    whole = say(subject, verb, day, headline_event(document))
    return Sentence(whole.text.rstrip("."), (*whole.sources, "perspective"))
