"""What ``webinar run`` says when it starts: where to go, and how to sign in."""

from __future__ import annotations

from webinar.adapters.links import setup_token
from webinar.config import Settings
from webinar.queries.installation import has_organiser
from webinar.services.demo import demo_sign_in


def welcome(settings: Settings) -> str:
    base = settings.base_url
    lines = ["", f"  Pages          {base}/", f"  Organiser      {base}/masuk"]
    sign_in = demo_sign_in(settings.instance)
    if sign_in:
        lines.append(f"  Demo sign-in   {sign_in.email}  password: {sign_in.password}")
    elif not has_organiser():
        lines.append(f"  Set up the first organiser, once: {base}/mulai/{setup_token()}")
    if settings.development:
        lines.append(f"  Previews       {base}/_dev/mail")
    if settings.smtp_host is None or settings.development:
        why = "development sends none" if settings.development else "no WEBINAR_SMTP_HOST"
        lines.append(f"  Mails go to    {settings.instance / 'mail'}  ({why})")
    lines += [f"  State          {settings.instance}", "  Stop           Ctrl-C", ""]
    return "\n".join(lines)
