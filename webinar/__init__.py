"""Webinar events, recorded once."""
