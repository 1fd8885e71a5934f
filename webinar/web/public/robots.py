"""Who is a reader and who a machine: for the counter of a berita."""

from __future__ import annotations

import re

from flask import Request

# Crawlers, previews of chats and networks, monitors and libraries name themselves in one of these words.
ROBOT = re.compile(
    r"bot|crawl|spider|slurp|preview|facebookexternalhit|facebot|whatsapp|telegram|embedly|pinterest|vkshare"
    r"|mediapartners|lighthouse|pagespeed|pingdom|uptime|monitor|headless|phantom|scrapy|curl|wget|python|java/"
    r"|go-http|okhttp|axios|node-fetch|libwww|httpclient|http-client|apache-http|feed|rss|archive|validator|fetch",
    re.IGNORECASE,
)


def is_person(request: Request) -> bool:
    """A browser that shows the page to somebody now: no robot, no HEAD, no fetching ahead."""
    if request.method != "GET":
        return False
    agent = request.headers.get("User-Agent", "")
    purpose = " ".join(
        request.headers.get(name, "") for name in ("Sec-Purpose", "Purpose", "X-Moz", "X-Purpose")
    )
    if any(word in purpose.lower() for word in ("prefetch", "prerender", "preview")):
        return False
    return agent.startswith("Mozilla/") and not ROBOT.search(agent)
