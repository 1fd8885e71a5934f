"""Opening and closing: who opened, who spoke words of welcome, who closed, and what they said."""

from __future__ import annotations

from collections.abc import Sequence

from webinar.core.berita.cast import in_third_person
from webinar.core.berita.model import Block, Paragraph, Sentence
from webinar.core.berita.phrase import Phrase, colon, say, sentence
from webinar.core.berita.points import point_list, points_said
from webinar.core.berita.quoting import quotations
from webinar.core.berita.telling import Telling
from webinar.core.document.model import PersonWithRemarks
from webinar.core.indonesian.letters import bare

LONGEST_REMARKS_IN_PROSE = 3


def opening(telling: Telling) -> list[Block]:
    """Opener and welcome, unless the report is of a later day and the record knows the opener."""
    document = telling.document
    blocks: list[Block] = []
    opener = document.opened_by
    if opener and telling.opening_told and "opened_by" not in telling.said:
        mention = telling.cast.mention(opener, "opened_by")
        if mention:
            told = sentence(telling.this_event(), "dibuka oleh", mention)
            blocks += remarks(telling, opener, "opened_by", told)
    if telling.opening_told or not opener:
        for index, person in enumerate(document.remarks_by):
            before = index > 0 or bool(opener and opener.remarks and telling.opening_told)
            blocks += _welcome(telling, person, f"remarks_by[{index}]", also=before)
    return _joined(blocks)


def _welcome(telling: Telling, person: PersonWithRemarks, path: str, *, also: bool) -> list[Block]:
    mention = telling.cast.mention(person, path)
    if not mention:
        return []
    told = sentence("sambutan", "juga" if also else None, "disampaikan oleh", mention)
    return remarks(telling, person, path, told)


def closed(telling: Telling) -> list[Block]:
    """Who closed the event, in a report that covers its last day."""
    closer = telling.document.closed_by
    if not closer:
        return []
    mention = telling.cast.mention(closer, "closed_by")
    if not mention:
        return []
    told = sentence(telling.this_event(), "ditutup oleh", mention)
    return remarks(telling, closer, "closed_by", told, part="closing")


def remarks(
    telling: Telling, person: PersonWithRemarks, path: str, told: Sentence, *, part: str = "opening"
) -> list[Block]:
    """The sentence that names the person, then what was said: one or two sentences, or a list."""
    points = [
        (f"{path}.remarks[{index}]", in_third_person(person, bare(remark)))
        for index, remark in enumerate(person.remarks)
        if bare(remark) and f"{path}.remarks[{index}]" not in telling.said
    ]
    quotes = quotations(telling, person, path)
    if not points:
        return [Paragraph(part, (told, *quotes))]
    subject = telling.cast.again(person, path) if person.short_name else Phrase("ia", (path,))
    speech = "dalam sambutannya," if part == "opening" else "dalam penutupannya,"
    if len(points) > LONGEST_REMARKS_IN_PROSE:
        lead = colon(speech, subject, telling.verb("remark"), "hal-hal berikut")
        told_last = [Paragraph(part, tuple(quotes))] if quotes else []
        return [Paragraph(part, (told, lead)), point_list(part, points), *told_last]
    said = points_said(telling, say(speech, subject), points, remark=True)
    return [Paragraph(part, (told, *said, *quotes))]


def _joined(blocks: Sequence[Block]) -> list[Block]:
    """Short paragraphs of the opening in one, up to the next list."""
    made: list[Block] = []
    for block in blocks:
        last = made[-1] if made else None
        if (
            isinstance(block, Paragraph)
            and isinstance(last, Paragraph)
            and len(last.sentences) + len(block.sentences) <= 4
        ):
            made[-1] = Paragraph(block.part, (*last.sentences, *block.sentences))
        else:
            made.append(block)
    return made
