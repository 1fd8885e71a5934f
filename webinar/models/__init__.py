"""The tables. Importing this package makes all of them known to the metadata."""

from webinar.models.account import Role, User
from webinar.models.berita import Berita, BeritaReader
from webinar.models.event import Event
from webinar.models.group import ParticipantGroup
from webinar.models.note import Note
from webinar.models.office import Institution, Office
from webinar.models.outbox import OutboxMail
from webinar.models.person import Person, Position
from webinar.models.region import Region
from webinar.models.registration import Registration
from webinar.models.role import EventRole
from webinar.models.session import EventSession

__all__ = [
    "Berita",
    "BeritaReader",
    "Event",
    "EventRole",
    "EventSession",
    "Institution",
    "Note",
    "Office",
    "OutboxMail",
    "ParticipantGroup",
    "Person",
    "Position",
    "Region",
    "Registration",
    "Role",
    "User",
]
