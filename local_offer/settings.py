"""Settings of the site, safe as they stand: an environment variable may relax or move a thing, never the file.

One address decides how the site is deployed: with an https SITE_URL every cookie is secure, http is redirected
and browsers are told to stay with https; plain http is taken only for this machine itself (see `deployment.py`).
"""

from pathlib import Path
from typing import Any
from urllib.parse import quote

import environ

from local_offer.databases import POSTGRESQL, database_at
from local_offer.deployment import Deployment, secret_key_kept_in

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()

VAR_DIR = Path(env.str("VAR_DIR", str(BASE_DIR / "var")))
VAR_DIR.mkdir(parents=True, exist_ok=True)

DEBUG = env.bool("DEBUG", False)
SITE_URL = env.str("SITE_URL", "http://localhost:8000")
DEPLOYMENT = Deployment.at(SITE_URL)
SECRET_KEY = env.str("SECRET_KEY", "") or secret_key_kept_in(VAR_DIR / "secret_key")

# Until the council says that entries have been checked, every page says that they have not.
SITE_IS_REAL = env.bool("SITE_IS_REAL", False)
# Where searches are answered from; embedded:///path keeps the index in a folder of this machine.
SEARCH_URL = env.str("SEARCH_URL", f"embedded://{VAR_DIR / 'search'}")
# Whether each web process offers to keep the index and the schedule (one of them does); see `manage.py worker`.
BACKGROUND_WORKER = env.bool("BACKGROUND_WORKER", True)
# How often what editors have scheduled is looked at, in seconds.
SCHEDULE_SECONDS = env.float("SCHEDULE_SECONDS", 20.0)

ALLOWED_HOSTS = [*DEPLOYMENT.hosts, *env.list("ALLOWED_HOSTS", default=[])]
CSRF_TRUSTED_ORIGINS = [DEPLOYMENT.origin]
SECURE_SSL_REDIRECT = DEPLOYMENT.https
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if DEPLOYMENT.https else None
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if DEPLOYMENT.https else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = DEPLOYMENT.https
SECURE_HSTS_PRELOAD = DEPLOYMENT.https
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = DEPLOYMENT.https
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 12 * 3600
X_FRAME_OPTIONS = "DENY"  # Wagtail itself allows its previews to stand in a frame of the same site

INSTALLED_APPS = [
    "home",
    "search",
    "local_offer.feedback",
    "local_offer.hub",
    "local_offer.dspl",
    "local_offer.directory",
    "local_offer.taxonomy",
    "local_offer.places",
    "local_offer.core",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",
    "csp",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "local_offer.core.middleware.PageHeaders",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "local_offer.core.middleware.WholePresses",
]

ROOT_URLCONF = "local_offer.urls"
WSGI_APPLICATION = "local_offer.wsgi.application"

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
                "local_offer.core.context.site",
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# SQLite in a file, or a PostgreSQL server of which each process holds so many connections at most (see `databases.py`).
_database = env.str("DATABASE_URL", "") or f"sqlite:///{quote(str(VAR_DIR / 'local_offer.sqlite3'))}"
DATABASES = {"default": database_at(_database, most=env.int("DATABASE_POOL", 10))}
if DATABASES["default"]["ENGINE"] == POSTGRESQL:
    INSTALLED_APPS.append("django.contrib.postgres")  # the admin's own search stands on it
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_PASSWORD_VALIDATORS: list[dict[str, Any]] = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("MinimumLengthValidator", "CommonPasswordValidator", "NumericPasswordValidator")
]
AUTH_PASSWORD_VALIDATORS[0]["OPTIONS"] = {"min_length": 12}

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
# Icons become part of the pages; Sass and unbundled scripts are only built from.
STATICFILES_DIRS = [BASE_DIR / "static" / "build", BASE_DIR / "static" / "files"]
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

CONTENT_SECURITY_POLICY = DEPLOYMENT.public_content_security_policy()

WAGTAIL_SITE_NAME = "Hertfordshire Local Offer"
WAGTAILADMIN_BASE_URL = SITE_URL
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILDOCS_EXTENSIONS = ["pdf", "docx", "xlsx", "csv", "txt"]
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp"]
# Wagtail's own search serves the admin's choosers and listings only.
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}

# Nothing a family typed may reach a log: lines hold the path alone, never the words after the question mark.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", "INFO")},
    "loggers": {
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        "django.request": {"level": "ERROR"},
        "wagtail": {"level": "WARNING"},
        "django_tasks": {"level": "WARNING"},
        "elastic_transport": {
            "level": "ERROR"
        },  # trouble with the search server is told once, by those who ask it
    },
}
