"""Makes and mends the pages of a new site; a page that an editor has changed since is left alone.

All pages are made before any is filled, since pages may link to each other. Each is filled, saved as a
version and published in one transaction, so a load that is cut short is simply run again.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from tqdm import tqdm
from wagtail.models import Page

from home.starting.filling import fill, new_page
from home.starting.front_files import HomeFile, Menus
from home.starting.front_page import make_front_page
from home.starting.links import AddressBook
from home.starting.memory import Memory, remember, remembered
from home.starting.tally import Tally
from home.starting.tree import Text, in_order, shelf_of
from home.starting.wrong import WrongInFile
from local_offer.core.keys import keyed_models
from local_offer.core.models import BasePage
from local_offer.directory.importing.values import services_of_source

MEMORY = "pages"
UNFILLED: dict[str, Any] = {"fingerprint": "", "revision": None}


@dataclass(frozen=True)
class Standing:
    """A page as it is now."""

    number: int
    live: bool
    revision: int | None


class Verdict(Enum):
    """What to do with a page."""

    FILL = "it is new and has no words yet"
    CHANGE = "the file has changed and nobody else has"
    LEAVE = "the file says what it said"
    KEEP = "an editor has changed it"
    GONE = "an editor took it away"


def decide(fingerprint: str, before: Mapping[str, Any] | None, now: Standing | None) -> Verdict:
    """Compare a file, what was loaded last, and the page.

    >>> decide("b", {"fingerprint": "a", "revision": 7}, Standing(1, live=True, revision=8))
    <Verdict.KEEP: 'an editor has changed it'>
    """
    if before and before["fingerprint"] == fingerprint:
        return Verdict.LEAVE
    if now is None:
        return Verdict.GONE
    if before is None or now.revision != before["revision"]:
        return Verdict.KEEP
    if not before["fingerprint"]:
        return Verdict.FILL
    return Verdict.CHANGE if now.live else Verdict.KEEP


def load_pages(texts: Iterable[Text], menus: Menus, refs: Iterable[str], source: str) -> Tally:
    """Bring every page to what its file says. `refs` are the source's services, for links to them."""
    tally, memory, ready = Tally("Pages"), remembered(MEMORY), in_order(texts, menus.order)
    _make_missing(ready, memory, menus)
    standing = pages_now()
    services = {
        service.ref: reverse("service-code", args=[service.code])
        for service in services_of_source(source, refs)
    }
    book = AddressBook({key: page.number for key, page in standing.items()}, services)
    for text in tqdm(ready, desc="Pages", unit=" pages", disable=None, leave=False):
        verdict = decide(text.fingerprint, memory.get(text.key), standing.get(text.key))
        if verdict in (Verdict.FILL, Verdict.CHANGE) and not _write(text, standing[text.key], book):
            verdict = Verdict.KEEP
        if verdict in (Verdict.KEEP, Verdict.GONE):
            tally.kept.append(f"{text.title}: {verdict.value}, so it stays as it is.")
            _remember(text.key, text.fingerprint, memory.get(text.key, UNFILLED)["revision"])
        tally.new += verdict is Verdict.FILL
        tally.changed += verdict is Verdict.CHANGE
        tally.unchanged += verdict not in (Verdict.FILL, Verdict.CHANGE)
    return tally


def pages_now() -> dict[str, Standing]:
    """Every page that has a key."""
    rows = (
        model.objects.exclude(page_key="").values_list("page_key", "pk", "live", "latest_revision_id")
        for model in keyed_models()
    )
    return {key: Standing(*facts) for part in rows for key, *facts in part}


def _make_missing(texts: Sequence[Text], memory: Memory, menus: Menus) -> None:
    """Make the pages that were never loaded, parents first; below a page that is gone none is made."""
    standing = pages_now()
    for text in texts:
        shelf = shelf_of(text.key)
        if text.key in standing or text.key in memory or (shelf.above and shelf.above not in standing):
            continue
        with transaction.atomic():
            above = standing[shelf.above].number if shelf.above else 0
            page = _made(text, above, menus.header.get(text.key, ""))
            memory[text.key] = UNFILLED
            remember(MEMORY, {text.key: UNFILLED})
        standing[text.key] = Standing(page.pk, page.live, None)


def _made(text: Text, above: int, menu_title: str) -> BasePage:
    if isinstance(text, HomeFile):
        return make_front_page(text)
    page = new_page(shelf_of(text.key).model, text, menu_title)
    with _said_plainly(text):
        Page.objects.get(pk=above).add_child(instance=page)
    return page


def _write(text: Text, page_now: Standing, book: AddressBook) -> bool:
    """Fill a page, keep the version in its history, publish it, and remember both.

    False if somebody has changed the page in the meantime; then nothing is written.
    """
    with transaction.atomic():
        pages = shelf_of(text.key).model.objects.filter(pk=page_now.number, latest_revision=page_now.revision)
        page = pages.first()
        if page is None:
            return False
        fill(page, text, book)
        with _said_plainly(text):
            revision = page.save_revision(log_action=True)
        revision.publish()
        _remember(text.key, text.fingerprint, revision.pk)
    return True


@contextmanager
def _said_plainly(text: Text) -> Iterator[None]:
    """What the database refuses, with the file to mend: such as an address that another page has."""
    try:
        yield
    except ValidationError as error:
        raise WrongInFile(text.file, 0, " ".join(error.messages)) from error


def _remember(key: str, fingerprint: str, revision: int | None) -> None:
    remember(MEMORY, {key: {"fingerprint": fingerprint, "revision": revision}})
