"""Handing a text to the person's own mail program.

Source: RFC 6068 (mailto). How long an address a browser and a mail program take differs; 1,900 characters is the longest
that all the common ones were reported to take, and a default of ours. Longer texts go as a file.
"""

from urllib.parse import quote

MAILTO_LIMIT = 1900
TOO_LONG = "This text is too long for the direct way into a mail program. Use the mail file instead."


def mailto_url(to: str, subject: str, body: str) -> str | None:
    """The mailto address, or None when it would be longer than MAILTO_LIMIT or there is nobody to write to."""
    if not to.strip():
        return None
    lines = body.replace("\r\n", "\n").replace("\n", "\r\n")
    url = f"mailto:{quote(to.strip(), safe='@')}?subject={quote(subject)}&body={quote(lines)}"
    return url if len(url) <= MAILTO_LIMIT else None
