"""The list of all words from A to Z, as a block that an editor puts on a page."""

from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from wagtail import blocks

from local_offer.core.keys import keyed_models
from local_offer.hub.glossary import GlossaryTerm
from local_offer.hub.glossary_phrases import needs_of_words


class GlossaryBlock(blocks.StaticBlock):
    """Nothing to choose: the words are kept in one list, for every page."""

    class Meta:
        icon = "openquote"
        label = "Words explained, from A to Z"
        admin_text = "All words explained, from A to Z. They are kept under “Words explained”."
        template = "hub/glossary.html"

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        page = context.get("page")
        asked = urlencode({"page": page.url}) if page is not None and page.url else ""
        return {**context, "letters": letters(), "missing_url": f"{reverse('report')}?{asked}"}


def letters() -> list[dict[str, Any]]:
    """Each letter that a word begins with, and its words; what begins with a figure stands under 0-9."""
    pages, needs = pages_by_key(), needs_of_words()
    terms = sorted(GlossaryTerm.objects.all(), key=lambda term: (_letter(term), term.term.lower()))
    return [
        {
            "letter": letter,
            "id": f"letter-{letter.lower()}",
            "words": [_shown(term, pages, needs) for term in group],
        }
        for letter, group in groupby(terms, _letter)
    ]


def _letter(term: GlossaryTerm) -> str:
    first = term.term[0].upper()
    return first if first.isalpha() else "0-9"


def _shown(term: GlossaryTerm, pages: dict[str, Any], needs: dict[str, str]) -> dict[str, Any]:
    """A word with the page that says more, and the search for it where families search with the same word."""
    said = [*term.short_forms, term.term]
    need = next((needs[word.lower()] for word in said if word.lower() in needs), "")
    page = pages.get(term.see)
    return {
        "term": term.term,
        "short": term.shown_short,
        "plain": term.plain,
        "anchor": term.anchor,
        "page": {"title": page.title, "url": page.url} if page else None,
        "search_url": f"{reverse('search')}?{urlencode({'need': need})}" if need else "",
    }


def pages_by_key() -> dict[str, Any]:
    """Every published page that has a key."""
    return {
        page.page_key: page for model in keyed_models() for page in model.objects.live().exclude(page_key="")
    }
