"""The news report of an event: composed from the event document alone, then rendered.

``compose(document, style)`` makes an ``Article``; ``missing(document)`` names what the record lacks.
"""

from webinar.core.berita.compose import compose
from webinar.core.berita.missing import missing
from webinar.core.berita.model import Article, article_from_dict, article_to_dict
from webinar.core.berita.style import LEADS, Style

__all__ = ["LEADS", "Article", "Style", "article_from_dict", "article_to_dict", "compose", "missing"]
