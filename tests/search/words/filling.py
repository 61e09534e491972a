"""How a test fills in the forms of the words, and what the site says to it."""

from typing import Any

from django.db.models import Model
from django.test import Client
from django.urls import reverse

from local_offer.taxonomy.models import (
    Concept,
    EverydaySentence,
    Need,
    Phrase,
    RelatedNeed,
    Spelling,
    UrgentPhrase,
)
from search.models import PinnedAnswer, SavedSearch

# For each model an entry that nobody could object to.
GOOD: dict[type[Model], dict[str, Any]] = {
    Phrase: {
        "phrases": "explodes at home; quokka marmalade",
        "targets": "sleep",
        "direction": "one_way",
        "note": "",
    },
    EverydaySentence: {"text": "quokka dances on the bed until two", "needs": "sleep", "voice": ""},
    Spelling: {"wrong": "quokkasleep", "right": "sleep"},
    UrgentPhrase: {"phrase": "quokka in the marmalade", "means": "urgent"},
    Concept: {"label": "Quokka therapy", "slug": "quokka-therapy", "service_refs": ""},
    RelatedNeed: {"need": "", "related": "", "weight": "0.4", "why": ""},
    PinnedAnswer: {
        "phrases": "quokka marmalade",
        "pages": "hub:sleep",
        "until": "",
        "note": "",
        "services-TOTAL_FORMS": "0",
        "services-INITIAL_FORMS": "0",
    },
    SavedSearch: {"words": "sleep", "age": "4", "near": "Hitchin", "wanted_pages": "hub:sleep", "note": ""},
}


def good(model: type[Model], **other: Any) -> dict[str, Any]:
    """A form that is filled in well, but for what is said otherwise."""
    filled = {**GOOD[model], **other}
    if model is RelatedNeed and not filled["need"]:
        pair = Need.objects.exclude(leads_to__isnull=False).order_by("pk")[:2]
        filled |= {"need": pair[0].pk, "related": pair[1].pk}
    return filled


def url(model: type[Model], name: str, *args: object) -> str:
    return reverse(model.snippet_viewset.get_url_name(name), args=args)  # type: ignore[attr-defined]


def add(client: Client, model: type[Model], **other: Any) -> str:
    """Send the form to add one, and give back all that the site says then."""
    return client.post(url(model, "add"), good(model, **other), follow=True).content.decode()
