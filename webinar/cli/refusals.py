"""Refusals as sentences for the terminal."""

from __future__ import annotations

from webinar.core.errors import DocumentInvalid, NotFound, Refusal


def explain(error: Exception) -> list[str] | None:
    """One line per reason, or None for an error that is a defect of ours."""
    if isinstance(error, DocumentInvalid):
        return [str(problem) for problem in error.problems]
    if isinstance(error, NotFound):
        return [str(error) or "not found"]
    if isinstance(error, Refusal):
        return [str(error) or type(error).__name__]
    return _explain_surroundings(error)


def _explain_surroundings(error: Exception) -> list[str] | None:
    from sqlalchemy.exc import DatabaseError, OperationalError

    from webinar.config import SettingsError

    if isinstance(error, SettingsError):
        return [f"{name}: {what}" for name, what in error.problems.items()]
    if isinstance(error, OperationalError) or type(error) is DatabaseError:  # the latter: not a database
        first = str(error.orig).strip().splitlines()[0]
        remedy = "see WEBINAR_DATABASE_URL, or run webinar check"
        return [f"the database does not answer as expected ({first}); {remedy}"]
    if isinstance(error, OSError) and error.filename:
        return [f"{error.filename}: {error.strerror}"]
    return None
