"""When two spellings of an address are one mailbox. For telling who wrote; a letter goes to the address as it was typed.

Source: a default of ours. Capitals never count in practice (RFC 5321 allows otherwise); what follows a plus is a label
the owner made; Gmail looks at no dots and has two names for itself.
"""

GMAIL = {"gmail.com", "googlemail.com"}


def same_box(address: str) -> str:
    """A key that is equal for two spellings of one mailbox; empty for what is no address."""
    name, at, domain = address.strip().strip("<>").casefold().rpartition("@")
    if not at or not name or not domain:
        return ""
    name = name.split("+", 1)[0] or name
    if domain in GMAIL:
        return f"{name.replace('.', '')}@gmail.com"
    return f"{name}@{domain.rstrip('.')}"
