"""What somebody sees whose button press came while the database had no turn for it: press again, nothing is lost.

With SQLite one writer has its turn after the other, and after 20 seconds of waiting SQLite gives up. With PostgreSQL
it is a server that restarts, or two people who wait for each other.
"""

import sqlite3
from collections.abc import Iterable

from django.db import IntegrityError, OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template import loader

TITLE = "Many people are saving just now"
SQLITE_TURNS = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
# Of PostgreSQL: a connection that went, two that waited for each other, a server that stops, and no free place or lock.
PASSING_CLASSES, PASSING_STATES = ("08", "40", "57"), ("53300", "55P03")
# Two chose the same address in one moment; or two waited for each other, and the server sent one of them away.
TAKEN_IN_SQLITE, BEATEN = sqlite3.SQLITE_CONSTRAINT_UNIQUE, ("23505", "40001", "40P01")


def will_pass(trouble: BaseException | None) -> bool:
    """Whether the same press may work in a moment: no fault of the site, and nothing that was typed is wrong."""
    if not isinstance(trouble, OperationalError):
        return False
    cause = trouble.__cause__
    if isinstance(cause, sqlite3.Error):
        return getattr(cause, "sqlite_errorcode", 0) & 0xFF in SQLITE_TURNS
    state = getattr(cause, "sqlstate", None) or ""
    return not state or state[:2] in PASSING_CLASSES or state in PASSING_STATES


def another_came_first(trouble: BaseException | None) -> bool:
    """Whether somebody else's press is to blame, so that this one may work when it sees what the other has written."""
    if not isinstance(trouble, IntegrityError | OperationalError):
        return False
    cause = trouble.__cause__
    state = getattr(cause, "sqlstate", None)
    return state in BEATEN or getattr(cause, "sqlite_errorcode", 0) == TAKEN_IN_SQLITE


def busy_page(request: HttpRequest) -> HttpResponse:
    """A page with everything that was typed, and a button that sends it again; made without a database.

    A password is never written into a page, and a file cannot be: whoever sent one is asked to go back instead.
    """
    if not request.accepts("text/html"):
        told = {"success": False, "error_code": "busy", "error_message": f"{TITLE}. Please save again."}
        return JsonResponse(told, status=503)
    kept = [] if _must_go_back(request) else list(_fields(request))
    page = loader.get_template("busy.html").render(
        {"title": TITLE, "kept": kept, "address": request.get_full_path()}
    )
    return HttpResponse(page, status=503, headers={"Retry-After": "5", "Cache-Control": "no-store"})


def _must_go_back(request: HttpRequest) -> bool:
    return bool(request.FILES) or any("password" in name for name in request.POST)


def _fields(request: HttpRequest) -> Iterable[tuple[str, str]]:
    """Each field with each of its values, in the order they came in."""
    for name, values in request.POST.lists():
        for value in values:
            yield name, str(value)
