"""Listens for changes that a search may show, and logs them in the same transaction."""

from typing import Any

from django.db.models import Model
from django.db.models.signals import post_delete, post_save, pre_delete
from wagtail.signals import page_slug_changed, post_page_move

from local_offer.core.keys import keyed_models
from local_offer.directory.models import Provider, Service, Venue
from local_offer.places.models import Area
from local_offer.taxonomy.models import Need, Outcome, ServiceKind
from search.changes import EVERYTHING, PAGE, SERVICE, label_of, note_change, services_showing

SHOWN = (Provider, Venue, Need, ServiceKind, Outcome, Area)


def connect() -> None:
    """Called once, when the app is ready."""
    for signal in (post_save, post_delete):
        signal.connect(_service_changed, sender=Service)
        for model in keyed_models():
            signal.connect(_page_changed, sender=model)
    for shown in SHOWN:
        post_save.connect(_shown_changed, sender=shown)
        pre_delete.connect(_shown_going, sender=shown)
    for moved in (page_slug_changed, post_page_move):
        moved.connect(_tree_changed)


def _service_changed(instance: Service, **kwargs: Any) -> None:
    note_change(SERVICE, instance.pk)


def _page_changed(instance: Model, **kwargs: Any) -> None:
    note_change(PAGE, instance.pk)


def _shown_changed(sender: type[Model], instance: Model, **kwargs: Any) -> None:
    note_change(label_of(sender), instance.pk)


def _shown_going(sender: type[Model], instance: Model, **kwargs: Any) -> None:
    """Once it is gone, nobody can say where it showed."""
    for pk in services_showing(label_of(sender), [instance.pk]):
        note_change(SERVICE, pk)


def _tree_changed(**kwargs: Any) -> None:
    """A page has moved and its children with it: all addresses may be others."""
    note_change(EVERYTHING, 0)
