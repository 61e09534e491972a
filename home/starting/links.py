"""Links of the starting texts: by the key of a page or the number of a service, which never change."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from html import escape, unescape
from urllib.parse import parse_qsl, urlsplit

SEARCH = "/search/"
_PAGE = re.compile(r"(hub|guide|dspl|plain):[a-z0-9-]+|urgent-help")
_SERVICE = re.compile(r"service:([A-Za-z0-9-]+)")
_OUTSIDE = re.compile(r"https://[a-z0-9-]+(\.[a-z0-9-]+)+([/?#]\S*)?")
_WRITTEN = re.compile(r'<a href="([^"]*)">(.*?)</a>')


class Leads(Enum):
    """Where a link leads."""

    PAGE = "a page of this site, by its key"
    SERVICE = "a service, by its number in the table"
    SEARCH = "a search"
    OUTSIDE = "another website"
    NOWHERE = "nothing that we know"


def leads_to(target: str) -> Leads:
    """
    >>> leads_to("service:58").value, leads_to("tel:999").value
    ('a service, by its number in the table', 'nothing that we know')
    """
    for pattern, leads in ((_PAGE, Leads.PAGE), (_SERVICE, Leads.SERVICE), (_OUTSIDE, Leads.OUTSIDE)):
        if pattern.fullmatch(target):
            return leads
    is_search = urlsplit(target)[:3] == ("", "", SEARCH)
    return Leads.SEARCH if is_search else Leads.NOWHERE


def service_number(target: str) -> str:
    """The number of the service that a link names."""
    return target.removeprefix("service:")


def asked_of_search(target: str) -> list[tuple[str, str]]:
    """The fields and values of a link to a search."""
    return parse_qsl(urlsplit(target).query, keep_blank_values=True)


@dataclass(frozen=True)
class AddressBook:
    """Where things are in this database: a page's number by its key, a service's path by its ref.

    What an editor has taken away since is not in it; then the words of a link stay and the link goes.
    """

    pages: Mapping[str, int]
    services: Mapping[str, str]

    def with_links(self, html: str) -> str:
        """The same HTML, its links as the database keeps them."""
        return _WRITTEN.sub(self._link, html)

    def _link(self, written: re.Match[str]) -> str:
        target, words = unescape(written[1]), written[2]
        leads = leads_to(target)
        if leads is Leads.PAGE:
            page = self.pages.get(target)
            return f'<a linktype="page" id="{page}">{words}</a>' if page else words
        if leads is Leads.SERVICE:
            path = self.services.get(service_number(target))
            return f'<a href="{escape(path)}">{words}</a>' if path else words
        return written[0]
