"""A site that has been lived in: drafts, versions, pictures, people, a step of a workflow, things that are gone."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from tests.servers.site import Site

LIVE_IN = """
from datetime import timedelta
from io import BytesIO
from django.contrib.auth.models import Group, User
from django.contrib.sessions.backends.db import SessionStore
from django.core.files.images import ImageFile
from django.utils.timezone import now
from PIL import Image as Picture
from wagtail.contrib.redirects.models import Redirect
from wagtail.images.models import Image
from wagtail.models import Comment, Workflow
from local_offer.directory.models import Provider, Service
from local_offer.feedback.models import Report
from local_offer.hub.models import GuidePage
from local_offer.places.models import PostcodePoint
from search.unmet_models import UnknownWord

ann = User.objects.create_superuser("ann", "ann@example.org", "sea-otter-lantern-42")
bob = User.objects.create_user("bob", "", "sea-otter-lantern-42")
bob.groups.add(Group.objects.get(name="Authors"))
session = SessionStore()
session["owl"] = 1
session.save()

published, drafted, planned = Service.objects.filter(live=True).order_by("pk")[:3]
published.name, published.summary = "Zoë’s “owl” club 🦉", "First line\\r\\nsecond line\\ttab \\\\ % 'x'"
published.save_revision(user=ann).publish(user=ann)
drafted.name = "Only a draft"
drafted.save_revision(user=bob)
planned.go_live_at = now() + timedelta(days=3)
planned.save_revision(user=ann).publish()
gone = Service.objects.create(name="Gone again", provider=Provider.objects.first(), live=False)
print("gone", gone.pk)
gone.delete()

guide = GuidePage.objects.first()
guide.title = "A guide that waits for a yes"
revision = guide.save_revision(user=bob)
Workflow.objects.filter(workflow_pages__isnull=False).first().start(guide, bob)
Comment.objects.create(page=guide, user=ann, text="Is this so?", contentpath="title", position="")

drawn = BytesIO()
Picture.new("RGB", (640, 360), "teal").save(drawn, "PNG")
drawn.seek(0)
image = Image.objects.create(title="An owl", file=ImageFile(drawn, name="owl.png"), tags=["owl", "night"])
image.get_rendition("fill-100x100")
Redirect.objects.create(old_path="/old-owl", redirect_page=guide)
Report.objects.create(page="/", what="ß, 日本語 and \\x7f", note="x" * 5000)
UnknownWord.objects.create(mark="m" * 64, first_day=now().date(), last_day=now().date())
PostcodePoint.objects.create(unit="AL1 3JE", lat=51.75000000000001, lon=-0.1 - 0.2, district_code="E07", in_herts=True)
"""
# Made again by each database in its own way, or left out.
NOT_COPIED = ("wagtailsearch_", "django_session", "django_migrations", "sqlite_")


def live_in(site: Site) -> int:
    """Use the site for a while; the number of a service that was deleted, the last of its table."""
    return int(site.python(LIVE_IN).strip().split()[-1])


def contents(file: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table that is copied, read without Django."""
    with closing(sqlite3.connect(file)) as database:
        names = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: _rows(database, name) for name in sorted(names) if not name.startswith(NOT_COPIED)}


def numbers(file: Path) -> dict[str, int]:
    """The last number that each table has given, of tables that ever gave one."""
    with closing(sqlite3.connect(file)) as database:
        given = dict(database.execute("SELECT name, seq FROM sqlite_sequence WHERE seq > 0"))
    return {name: number for name, number in given.items() if not name.startswith(NOT_COPIED)}


def _rows(database: sqlite3.Connection, table: str) -> list[tuple[Any, ...]]:
    columns = sorted(column[1] for column in database.execute(f"PRAGMA table_info({table})"))
    quoted = ", ".join(f'"{column}"' for column in columns)
    found = database.execute(f"SELECT {quoted} FROM {table}")
    return sorted((tuple(map(_plain, row)) for row in found), key=repr)


def _plain(value: Any) -> Any:
    """A text of JSON as what it says: which key stands first says nothing."""
    if isinstance(value, str) and value[:1] in ("{", "["):
        try:
            return json.dumps(json.loads(value), sort_keys=True)
        except ValueError:
            return value
    return value
