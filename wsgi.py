"""For WSGI servers that are started by hand: ``gunicorn wsgi:app``."""

from webinar import create_app

app = create_app()
