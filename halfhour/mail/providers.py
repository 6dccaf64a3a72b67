"""Mail providers that are known, so that an address and an app password are enough.

Hosts, ports and the need for an app password are facts each provider publishes in its help for other mail programs;
they were written down from knowledge of these pages, and the Test button shows at once where one has changed. Outlook.com is not here:
Microsoft no longer lets programs in with a password, so it says to stay with one's own mail program.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

TLS, STARTTLS = "tls", "starttls"


@dataclass(frozen=True)
class Provider:
    """One provider. steps: how to get an app password, in plain words; none when the ordinary password is right.

    copies: it puts a copy of what is sent into the Sent folder by itself. refuses: it lets no password in at all.
    """

    key: str
    name: str
    domains: tuple[str, ...]
    smtp: tuple[str, int, str] = ("", 465, TLS)
    imap: tuple[str, int, str] = ("", 993, TLS)
    steps: tuple[str | Promise, ...] = ()
    copies: bool = False
    refuses: bool = False


PROVIDERS = (
    Provider(
        "gmail",
        "Gmail",
        ("gmail.com", "googlemail.com"),
        ("smtp.gmail.com", 465, TLS),
        ("imap.gmail.com", 993, TLS),
        (
            _("Open your Google account in the browser and choose Security."),
            _("Turn on 2-Step Verification, if it is off."),
            _("Search that page for “App passwords”, type Halfhour as the name, and press Create."),
            _("Copy the sixteen letters it shows and put them into the field here. Spaces do not matter."),
        ),
        copies=True,
    ),
    Provider(
        "icloud",
        "iCloud",
        ("icloud.com", "me.com", "mac.com"),
        ("smtp.mail.me.com", 587, STARTTLS),
        ("imap.mail.me.com", 993, TLS),
        (
            _("Sign in to your Apple account in the browser and choose Sign-In and Security."),
            _("Choose App-Specific Passwords, make one and call it Halfhour."),
            _("Copy the letters it shows and put them into the field here."),
        ),
    ),
    Provider(
        "yahoo",
        "Yahoo",
        ("yahoo.com", "ymail.com", "rocketmail.com", "yahoo.co.uk", "yahoo.de", "yahoo.fr", "yahoo.ca"),
        ("smtp.mail.yahoo.com", 465, TLS),
        ("imap.mail.yahoo.com", 993, TLS),
        (
            _("Open your Yahoo account in the browser and choose Security."),
            _("Choose “Generate app password”, type Halfhour as the name."),
            _("Copy the letters it shows and put them into the field here."),
        ),
        copies=True,
    ),
    Provider(
        "aol",
        "AOL",
        ("aol.com",),
        ("smtp.aol.com", 465, TLS),
        ("imap.aol.com", 993, TLS),
        (
            _("Open your AOL account in the browser and choose Security."),
            _("Choose “Generate app password”, type Halfhour as the name, and copy the letters it shows."),
        ),
        copies=True,
    ),
    Provider(
        "fastmail",
        "Fastmail",
        ("fastmail.com", "fastmail.fm"),
        ("smtp.fastmail.com", 465, TLS),
        ("imap.fastmail.com", 993, TLS),
        (
            _("In Fastmail, open Settings, then Privacy & Security, then App passwords."),
            _("Make one for mail (IMAP and SMTP), call it Halfhour, and copy it into the field here."),
        ),
    ),
    Provider(
        "gmx",
        "GMX",
        ("gmx.de", "gmx.net", "gmx.at", "gmx.ch"),
        ("mail.gmx.net", 465, TLS),
        ("imap.gmx.net", 993, TLS),
        (
            _("In GMX, open Settings, then POP3/IMAP, and allow access by other programs."),
            _("Your ordinary password is right, unless two-step sign-in is on; then make an app password."),
        ),
    ),
    Provider(
        "webde",
        "WEB.DE",
        ("web.de",),
        ("smtp.web.de", 587, STARTTLS),
        ("imap.web.de", 993, TLS),
        (
            _("In WEB.DE, open Settings, then POP3/IMAP, and allow access by other programs."),
            _("Your ordinary password is right, unless two-step sign-in is on; then make an app password."),
        ),
    ),
    Provider(
        "posteo",
        "Posteo",
        ("posteo.de", "posteo.net"),
        ("posteo.de", 465, TLS),
        ("posteo.de", 993, TLS),
        (_("Your ordinary password is right."),),
    ),
    Provider(
        "mailbox_org",
        "mailbox.org",
        ("mailbox.org",),
        ("smtp.mailbox.org", 465, TLS),
        ("imap.mailbox.org", 993, TLS),
        (_("Your ordinary password is right, or an app password from the security settings."),),
    ),
    Provider(
        "outlook",
        "Outlook.com",
        ("outlook.com", "hotmail.com", "live.com", "msn.com"),
        refuses=True,
    ),
)
OTHER = Provider("other", "", ())


def provider_of(address: str) -> Provider:
    """The provider an address belongs to, by its domain; OTHER when it is not known."""
    domain = address.rpartition("@")[2].strip().lower()
    return next((p for p in PROVIDERS if domain in p.domains), OTHER)
