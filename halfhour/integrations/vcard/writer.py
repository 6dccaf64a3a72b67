"""One contact as a vCard 3.0, the version every address book reads.

Source: RFC 2426; folding at 75 octets as in its section 2.6.
"""

from collections.abc import Mapping

FOLD_OCTETS = 75


def write_card(contact: Mapping[str, str]) -> str:
    """The card as text with CRLF line ends. Keys: name, given, family, organisation, title, email, phone, url, note, uid.

    Empty values leave their line out; name may not be empty.
    """
    lines = ["BEGIN:VCARD", "VERSION:3.0", f"FN:{escape(contact['name'])}"]
    lines.append(f"N:{escape(contact.get('family', ''))};{escape(contact.get('given', ''))};;;")
    properties = {
        "UID": "uid",
        "ORG": "organisation",
        "TITLE": "title",
        "EMAIL;TYPE=INTERNET": "email",
        "TEL": "phone",
        "URL": "url",
        "NOTE": "note",
    }
    lines += [f"{name}:{escape(contact[key])}" for name, key in properties.items() if contact.get(key)]
    lines.append("END:VCARD")
    return "".join(fold(line) + "\r\n" for line in lines)


def escape(text: str) -> str:
    """RFC 2426 section 4: backslash, comma, semicolon and line breaks are written with a backslash."""
    for plain, written in (
        ("\\", "\\\\"),
        (",", "\\,"),
        (";", "\\;"),
        ("\r\n", "\\n"),
        ("\n", "\\n"),
        ("\r", "\\n"),
    ):
        text = text.replace(plain, written)
    return text


def fold(line: str) -> str:
    """Lines of at most 75 octets; a continuation begins with a space; no character is cut in two."""
    parts, part, length = [], "", 0
    for character in line:
        size = len(character.encode())
        if length + size > FOLD_OCTETS:
            parts.append(part)
            part, length = " ", 1
        part += character
        length += size
    return "\r\n".join([*parts, part])
