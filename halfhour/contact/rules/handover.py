"""How a finished message gets into the seeker's own mail program.

Source: RFC 6068 (the mailto address). 1,800 characters is a default of ours: Windows hands over about 2,000, and some
mail programs fewer.
"""

from urllib.parse import quote

MAILTO_LIMIT = 1800
TOO_LONG = (
    "This message is too long to open in your mail program by itself. Copy the text and paste it there."
)


def mailto_url(to: str, subject: str, body: str) -> str | None:
    """Return the address that opens the message in a mail program, or None when it would be cut off (`TOO_LONG`).

    Line ends become CRLF, as RFC 6068 asks. An empty subject is left out.
    """
    fields = [("subject", subject)] if subject else []
    fields.append(("body", "\r\n".join(body.splitlines())))
    query = "&".join(f"{name}={quote(value, safe='')}" for name, value in fields)
    url = f"mailto:{quote(to.strip(), safe='@+')}?{query}"
    return url if len(url) <= MAILTO_LIMIT else None
