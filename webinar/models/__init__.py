"""The tables. Importing this package makes all of them known to the metadata."""

from webinar.models.account import User
from webinar.models.berita import Berita, BeritaReader
from webinar.models.change import Change
from webinar.models.event import Event
from webinar.models.group import ParticipantGroup
from webinar.models.membership import ColleagueInvitation, Membership
from webinar.models.note import Note
from webinar.models.office import Institution, Office
from webinar.models.outbox import OutboxMail
from webinar.models.passkey import Passkey
from webinar.models.person import Person, Position
from webinar.models.picture import Picture
from webinar.models.region import Region
from webinar.models.registration import Registration
from webinar.models.registration_term import RegistrationTerm
from webinar.models.role import EventRole
from webinar.models.series import EventSeries, EventTemplate
from webinar.models.session import EventSession
from webinar.models.sign_in import SignIn

__all__ = [
    "Berita",
    "BeritaReader",
    "Change",
    "ColleagueInvitation",
    "Event",
    "EventRole",
    "EventSeries",
    "EventSession",
    "EventTemplate",
    "Institution",
    "Membership",
    "Note",
    "Office",
    "OutboxMail",
    "ParticipantGroup",
    "Passkey",
    "Person",
    "Picture",
    "Position",
    "Region",
    "Registration",
    "RegistrationTerm",
    "SignIn",
    "User",
]
