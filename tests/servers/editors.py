"""Editors who work in the admin over HTTP, many at a time, as their browsers would."""

import json
import threading
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

from bs4 import BeautifulSoup, Tag

from tests.servers.site import Site

PATIENCE = 120.0
Fields = list[tuple[str, str]]
SIGN_IN = """
import json
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.models import Group, User
from django.contrib.sessions.backends.db import SessionStore

group, keys = Group.objects.get(name="Editors"), []
for number in range({many}):
    user = User.objects.create(username=f"editor-{{number}}")
    user.groups.add(group)
    session = SessionStore()
    session[SESSION_KEY], session[HASH_SESSION_KEY] = str(user.pk), user.get_session_auth_hash()
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session.save()
    keys.append(session.session_key)
print(json.dumps(keys))
"""


def editors_of(site: Site, many: int) -> list[str]:
    """The keys by which so many editors are signed in."""
    keys: list[str] = json.loads(site.python(SIGN_IN.format(many=many)).strip().split("\n")[-1])
    return keys


@dataclass
class Answer:
    """What a browser is sent."""

    status: int
    page: str
    address: str


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args: Any, **kwargs: Any) -> None:
        return None


@dataclass
class Editor:
    """A browser in which an editor is signed in."""

    site: str
    key: str
    cookies: dict[str, str] = field(default_factory=dict)

    def look_at(self, path: str) -> Answer:
        return self._ask(urllib.request.Request(self.site + path))

    def send(self, path: str, fields: Fields) -> Answer:
        """Press the button of a form."""
        body = urllib.parse.urlencode(fields).encode()
        return self._ask(urllib.request.Request(self.site + path, body, {"Referer": self.site + path}))

    def form(self, path: str) -> Fields:
        """Every field of a page's form, as it stands."""
        answer = self.look_at(path)
        assert answer.status == 200, f"{path}: {answer.status} {answer.page[:500]}"
        return fields_of(answer.page, "#w-editor-form, #page-edit-form")

    def _ask(self, request: urllib.request.Request) -> Answer:
        cookies = {"sessionid": self.key, **self.cookies}
        request.add_header("Cookie", "; ".join(f"{name}={value}" for name, value in cookies.items()))
        try:
            answer = urllib.request.build_opener(_NoRedirects).open(request, timeout=PATIENCE)
        except urllib.error.HTTPError as refused:
            answer = refused
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = cookie.split(";")[0].partition("=")
            self.cookies[name] = value
        page = answer.read().decode(errors="replace")
        return Answer(answer.status or 0, page, answer.headers.get("Location", ""))


def fields_of(page: str, selector: str) -> Fields:
    """What a browser would send of the first form that fits."""
    form = BeautifulSoup(page, "html.parser").select_one(selector)
    assert form is not None, page[:500]
    found: Fields = []
    for one in form.select("input[name], textarea[name], select[name]"):
        found += [(str(one["name"]), value) for value in _values(one)]
    return found


def _values(one: Tag) -> list[str]:
    if one.name == "textarea":
        return [one.text.removeprefix("\n")]
    if one.name == "select":
        return [str(option.get("value", "")) for option in one.select("option[selected]")]
    kind = one.get("type", "text")
    if kind in ("submit", "button", "file") or (
        kind in ("checkbox", "radio") and not one.has_attr("checked")
    ):
        return []
    return [str(one.get("value", "on" if kind == "checkbox" else ""))]


def changed(fields: Fields, **values: str) -> Fields:
    """The fields with other values; those that were not there come at the end."""
    return [(name, value) for name, value in fields if name not in values] + list(values.items())


def all_at_once(work: Sequence[Callable[[], Answer]]) -> list[Answer]:
    """Start all in the same moment, each in a thread of its own."""
    gate = threading.Barrier(len(work))

    def wait_and(one: Callable[[], Answer]) -> Answer:
        gate.wait()
        return one()

    with ThreadPoolExecutor(len(work)) as threads:
        return list(threads.map(wait_and, work))
