"""One settings file, read from the environment; it starts with nothing set.

HALFHOUR_DATA       the data folder (default: the platform's own place for a program's data)
HALFHOUR_NOW        move the clock to this moment and let it tick from there
HALFHOUR_LAN        an address of this computer to answer to as well; `start --lan` sets it
HALFHOUR_DEBUG      1 shows error pages for developers
HALFHOUR_DAILY_BACKUP  0 leaves out the backup that is made every day
HALFHOUR_HOSTS      further host names to answer to, comma between (default: this machine only)
DATABASE_URL        postgres://user:password@host:port/name, for a school (default: SQLite in the data folder)
"""

import os
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from halfhour import clock
from halfhour.steps import STEPS
from halfhour.web import data_folder

BASE_DIR = Path(__file__).resolve().parent
DATA_DIR = data_folder.ready()

SECRET_KEY = data_folder.secret("secret-key")
# What someone who was erased is recognised by is hashed with this; it goes with a backup and an export.
LEFT_ALONE_SALT = data_folder.secret("left-alone-salt")
DAILY_BACKUP = os.environ.get("HALFHOUR_DAILY_BACKUP", "1") != "0"
DEBUG = os.environ.get("HALFHOUR_DEBUG") == "1"
EXTRA_HOSTS = [h.strip() for h in os.environ.get("HALFHOUR_HOSTS", "").split(",") if h.strip()]
LAN = os.environ.get("HALFHOUR_LAN", "").strip()
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", *([LAN] if LAN else []), *EXTRA_HOSTS]

try:
    clock.shifted()
except ValueError as wrong:
    raise ImproperlyConfigured(
        f"HALFHOUR_NOW is {os.environ['HALFHOUR_NOW']!r}; it takes a date such as 2026-11-23 or 2026-11-23T09:00."
    ) from wrong

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
    "django_htmx",
    "csp",
    "halfhour.accounts",
    "halfhour.history",
    "halfhour.due",
    "halfhour.privacy",
    "halfhour.mail",
    *[step.app for step in STEPS],
    "halfhour.web",
]

MIDDLEWARE = [
    "halfhour.web.health.Liveness",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "halfhour.web.gate.StartLinkGate",
    "halfhour.web.refusals.RefusalsAsPages",
]

ROOT_URLCONF = "halfhour.web.urls"
WSGI_APPLICATION = "halfhour.web.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "halfhour.web.frame.frame",
            ],
            "builtins": ["halfhour.web.templatetags.words"],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"


def database() -> dict[str, Any]:
    """The database named by DATABASE_URL, else the SQLite file of the data folder."""
    url = os.environ.get("DATABASE_URL", "")
    if not url:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": DATA_DIR / "halfhour.sqlite3",
            "TEST": {"NAME": DATA_DIR / "test.sqlite3"},  # a real file, as the server's threads use one
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-8000;",
            },
        }
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ImproperlyConfigured("DATABASE_URL must begin with postgres:// (leave it unset to use SQLite).")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": parts.port or "",
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,  # after a restart of the server each thread connects anew
    }


DATABASES: dict[str, dict[str, Any]] = {"default": database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["halfhour.accounts.backend.StartLinkBackend"]
SESSION_COOKIE_NAME = "halfhour"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 365
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = "halfhour_csrf"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "halfhour.web.views.csrf_failure"

LANGUAGE_CODE = "en"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATIC_ROOT.mkdir(exist_ok=True)
WHITENOISE_USE_FINDERS = True
# The server collects the static files once per version (hashed, joined, compressed); tests and commands need no copy.
STATIC_COLLECTED = os.environ.get("HALFHOUR_STATIC_COLLECTED") == "1"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "halfhour.web.static_files.JoinedStorage"
        if STATIC_COLLECTED
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
MEDIA_ROOT = DATA_DIR / "files"

X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "manifest-src": [SELF],
        "base-uri": [NONE],
        "object-src": [NONE],
        "frame-ancestors": [NONE],
    }
}

DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024  # a letter of 50,000 words fits; files stream to disk
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
IMPORT_AT_ONCE_BYTES = 600 * 1024  # a longer file is read in the background, with how far it is

SILENCED_SYSTEM_CHECKS = [
    "security.W004",  # HSTS: the laptop serves http on loopback
    "security.W008",  # likewise, no redirect to https
    "security.W012",  # likewise, session cookie without "secure"
    "security.W016",  # likewise, csrf cookie without "secure"
]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "halfhour.web.logs.OneLine",
            "format": "{asctime} {levelname} {name} {message}",
            "style": "{",
        }
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"halfhour": {"level": "INFO"}, "django.request": {"level": "ERROR"}},
}
