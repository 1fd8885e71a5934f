"""What each role may do, in one sentence made from the table in ``core.access``."""

from __future__ import annotations

from flask_babel import gettext as _

from webinar.core.access import ALLOWED, Action, OfficeRole
from webinar.web.filters import joined, sentence

CONTAINED = {  # what goes without saying beside the greater right
    Action.READ_REGISTRATIONS: Action.EDIT_REGISTRATIONS,
    Action.WRITE_BERITA: Action.PUBLISH_BERITA,
}


def role_sentence(role: OfficeRole | str) -> str:
    """``Membaca isi meja kerja dan menulis berita.``"""
    allowed = {action for action, roles in ALLOWED.items() if OfficeRole(role) in roles}
    if allowed == set(Action):
        return _("Semua hal, termasuk mengatur satuan kerja, anggota, dan perannya.")
    told = [action for action in Action if action in allowed and CONTAINED.get(action) not in allowed]
    return sentence(joined(_phrase(action) for action in told)) + "."


def _phrase(action: Action) -> str:
    return {
        Action.READ: _("membaca isi meja kerja"),
        Action.READ_REGISTRATIONS: _("melihat pendaftar"),
        Action.READ_HISTORY: _("membaca riwayat"),
        Action.EDIT_EVENT: _("membuat dan mengubah kegiatan"),
        Action.EDIT_REGISTRATIONS: _("melihat dan mengubah pendaftaran"),
        Action.WRITE_BERITA: _("menulis catatan dan berita"),
        Action.PUBLISH_BERITA: _("menyetujui dan menerbitkan berita"),
        Action.EDIT_PERSON: _("mengubah daftar orang"),
        Action.EDIT_OFFICE: _("mengubah satuan kerja"),
        Action.EDIT_MEMBERS: _("mengatur anggota"),
    }[action]
