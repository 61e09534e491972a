"""The site's own settings, with everything it keeps in a folder of this test process.

With a DATABASE_URL of a PostgreSQL server, each test process has a database of its own there; with a SEARCH_URL of an
Elasticsearch, an index.
"""

import os
import tempfile

_worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
_root = os.environ.setdefault("TEST_ROOT", tempfile.mkdtemp(prefix="local-offer-tests-"))
os.environ["VAR_DIR"] = os.path.join(_root, _worker)
os.environ.setdefault("SECRET_KEY", "only-for-tests-" + "x" * 50)

from local_offer.databases import POSTGRESQL  # noqa: E402
from local_offer.settings import *  # noqa: E402, F403
from local_offer.settings import DATABASES, MIDDLEWARE, SEARCH_URL, STORAGES  # noqa: E402

if DATABASES["default"]["ENGINE"] == POSTGRESQL:
    DATABASES["default"]["NAME"] = f"{os.path.basename(_root)}-{_worker}"
else:  # a file of the process's own, whatever DATABASE_URL names
    DATABASES["default"]["NAME"] = os.path.join(_root, _worker, "local_offer.sqlite3")
if SEARCH_URL.startswith("elasticsearch"):  # with an index of the process's own there
    SEARCH_URL = f"{SEARCH_URL.rstrip('/')}-{os.path.basename(_root).lower()}-{_worker}"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
MIDDLEWARE = [one for one in MIDDLEWARE if "whitenoise" not in one]
BACKGROUND_WORKER = False
