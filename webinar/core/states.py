"""States of the things that have a life, as the database keeps them."""

from __future__ import annotations

from enum import StrEnum


class EventState(StrEnum):
    DRAFT = "draft"
    PUBLISHED = "published"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    ARCHIVED = "archived"


class RegistrationState(StrEnum):
    CONFIRMED = "confirmed"
    WAITING = "waiting"
    CANCELLED = "cancelled"


class BeritaState(StrEnum):
    DRAFT = "draft"
    IN_REVIEW = "in_review"
    APPROVED = "approved"
    PUBLISHED = "published"


class MailState(StrEnum):
    QUEUED = "queued"
    SENT = "sent"
    FAILED = "failed"


class Part(StrEnum):
    """The parts people have in an event, in the order a programme names them."""

    OPENER = "opener"
    REMARKS = "remarks"
    SPEAKER = "speaker"
    MODERATOR = "moderator"
    ALSO_PRESENT = "also_present"
    MASTER_OF_CEREMONIES = "mc"
    NOTE_TAKER = "note_taker"
    CLOSER = "closer"


class NoteKind(StrEnum):
    REMARK = "remark"
    INTRO = "intro"
    KEY_POINT = "key_point"
    SUMMARY = "summary"
    QUOTE = "quote"


class GroupKind(StrEnum):
    RULE = "rule"  # positions x levels x region
    LIST = "list"  # named institutions
    OPEN = "open"  # everybody
