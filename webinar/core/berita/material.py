"""What each speaker said, in running order: title and lead-in, points, prose, quotations."""

from __future__ import annotations

import re

from webinar.core.berita.cast import in_third_person
from webinar.core.berita.model import Block, Paragraph, Sentence
from webinar.core.berita.phrase import Phrase, colon, fits, listed, say, sentence
from webinar.core.berita.points import LONGEST_POINTS_IN_PROSE, Point, point_list, points_said
from webinar.core.berita.quoting import quotations
from webinar.core.berita.speakers import talk_title
from webinar.core.berita.speech import passed_on, prose, report
from webinar.core.berita.telling import Telling
from webinar.core.document.model import Speaker
from webinar.core.indonesian.letters import bare, clean, sentences_of
from webinar.core.indonesian.notes import Grammar, grammar_of
from webinar.core.indonesian.numbers import in_text

PART = "material"


class Talk:
    """One speaker's part while it is written: sentences gathered, subject by name first, then "ia"."""

    def __init__(
        self, telling: Telling, index: int, speaker: Speaker, opener: str, *, just_named: bool = False
    ) -> None:
        self.telling, self.speaker, self.path = telling, speaker, f"speakers[{index}]"
        self.title = talk_title(index, speaker)
        self.name = telling.cast.mention(speaker, self.path)
        self.opener, self.just_named = opener, just_named
        self.sentences: list[Sentence] = []
        self.blocks: list[Block] = []

    @property
    def subject(self) -> Phrase:
        """The name, after the words that set the order, at the beginning; afterwards "ia"."""
        if self.sentences or self.blocks:
            return Phrase("ia", (self.path,)) if self.sentences else self.name
        if self.just_named:
            return Phrase("ia", (self.path,))
        return say(self.opener, self.name)

    @property
    def begun(self) -> bool:
        return bool(self.sentences or self.blocks)

    def tell(self) -> list[Block]:
        self._title_and_intro()
        self._summary()
        self._quotes()
        if self.sentences:
            self.blocks.append(Paragraph(PART, tuple(self.sentences)))
        return self.blocks

    def _points(self) -> list[Point]:
        paths = [(f"{self.path}.key_points[{i}]", text) for i, text in enumerate(self.speaker.key_points)]
        kept = [(path, text) for path, text in paths if bare(text) and path not in self.telling.said]
        return [(path, in_third_person(self.speaker, bare(text))) for path, text in kept]

    def _title_and_intro(self) -> None:
        points, intro = self._points(), _trimmed(self.speaker.intro)
        many = len(points) > LONGEST_POINTS_IN_PROSE
        if self.title and intro and _flat(intro).removeprefix("materi ") in _flat(self.title.text):
            self.title, intro = say(self.title, Phrase("", (f"{self.path}.intro",))), ""
        if self.title:
            self.sentences.append(sentence(self.subject, self.telling.verb("title"), "materi", self.title))
        if intro and many:
            self._intro_before_list(intro)
        elif intro:
            points = self._intro_alone(intro, points)
        elif many:
            number = in_text(len(points)) if len(points) <= 10 else "sejumlah"
            self.sentences.append(colon(self.subject, self.telling.verb("remark"), number, "hal berikut"))
        if many:
            self.blocks += [Paragraph(PART, tuple(self.sentences)), point_list(PART, points)]
            self.sentences = []
        elif points:
            again = bool(intro)
            self.sentences += points_said(self.telling, self.subject, points, again=again)

    def _intro_before_list(self, intro: str) -> None:
        """``memaparkan peran PPID dengan pokok-pokok …:``; a lead-in that is no noun stands alone."""
        path = f"{self.path}.intro"
        named = grammar_of(intro) is Grammar.NOUN
        if named:
            parts = (
                self.subject,
                self.telling.verb("noun"),
                self.telling.note(path, intro),
                "dengan pokok-pokok sebagai berikut",
            )
            if fits(*parts):
                self.sentences.append(colon(*parts))
                return
        self.sentences += report(self.telling, self.subject, path, intro)
        self.sentences.append(
            colon(Phrase("pokok-pokok yang disampaikannya", (path,)), "adalah sebagai berikut")
        )

    def _intro_alone(self, intro: str, points: list[Point]) -> list[Point]:
        """The lead-in as a sentence; verb phrases that spell it out join it with "yaitu"."""
        path = f"{self.path}.intro"
        kinds = {grammar_of(text) for _, text in points}
        if points and grammar_of(intro) is Grammar.NOUN and kinds <= {Grammar.VERB, Grammar.NOUN}:
            word = "serta" if any(re.search(r" (dan|atau) ", text) for _, text in points) else "dan"
            spelled = listed((self.telling.note(p, text) for p, text in points), word)
            parts = (
                self.subject,
                self.telling.verb("noun"),
                self.telling.note(path, intro),
                ", yaitu",
                spelled,
            )
            if fits(*parts):
                self.sentences.append(sentence(*parts))
                return []
        self.sentences += report(self.telling, self.subject, path, intro)
        return points

    def _summary(self) -> None:
        path = f"{self.path}.summary"
        text = in_third_person(self.speaker, clean(self.speaker.summary))
        if not text:
            return
        if f"{path}#0" in self.telling.said:
            rest = sentences_of(text)[1:]
            self.sentences += [made for one in rest for made in prose(path, one)]
            return
        begun = self.begun
        subject = self.subject if not begun else self.name
        named = bool(self.sentences)
        self.sentences += passed_on(self.telling, subject, path, text, introduced=begun, named=named)

    def _quotes(self) -> None:
        self.sentences += quotations(self.telling, self.speaker, self.path, self.speaker.quotes)


def _flat(text: str) -> str:
    return re.sub(r"\W+", " ", text.lower()).strip()


def _trimmed(intro: str | None) -> str:
    """A lead-in without the words that announced a list ("…, di antaranya sebagai berikut:")."""
    text = bare(intro)
    for tail in (
        "sebagai berikut",
        "berikut ini",
        "adalah",
        "di antaranya",
        "antara lain",
        "yaitu",
        "yakni",
        "meliputi",
    ):
        text = text.removesuffix(tail).rstrip(" ,:")
    return text


def openers(count: int) -> list[str]:
    """The words that put several speakers in order; none for a single one."""
    if count < 2:
        return [""] * count
    middle = ["Selanjutnya,", "Setelah itu,", "Berikutnya,", "Kemudian,"]
    between = [middle[i % len(middle)] for i in range(max(count - 3, 0))]
    tail = ["Terakhir,"] if count > 2 else []
    return ["Pada kesempatan pertama,", "Pada kesempatan berikutnya,", *between, *tail]
