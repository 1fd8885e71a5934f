"""What happens with personal data."""

from __future__ import annotations

from webinar.core.registration import PRIVACY_NOTICE_VERSION
from webinar.web.layout import render
from webinar.web.public import blueprint


@blueprint.get("/pelindungan-data")
def privacy() -> str:
    return render("public/privacy/privacy.html", version=PRIVACY_NOTICE_VERSION)
