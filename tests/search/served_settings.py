"""The settings of a site as it is served, but for the hashed names of static files, which would take long to make."""

from local_offer.settings import *  # noqa: F403
from local_offer.settings import STORAGES

STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
