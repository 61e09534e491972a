"""Listens for changes that a search may show, and logs them in the same transaction."""

from typing import Any

from django.db.models import Model
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from wagtail.models import Page, PageViewRestriction

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
        for model in (Page, *keyed_models()):  # Wagtail saves a page that it moves as a plain Page
            signal.connect(_page_changed, sender=model)
        signal.connect(_tree_changed, sender=PageViewRestriction)
    for model in (Page, *keyed_models()):
        pre_save.connect(_page_changing, sender=model)
    pre_save.connect(_need_changing, sender=Need)
    for shown in SHOWN:
        post_save.connect(_shown_changed, sender=shown)
        pre_delete.connect(_shown_going, sender=shown)


def _service_changed(instance: Service, **kwargs: Any) -> None:
    note_change(SERVICE, instance.pk)


def _page_changed(instance: Model, **kwargs: Any) -> None:
    note_change(PAGE, instance.pk)


def _page_changing(instance: Page, **kwargs: Any) -> None:
    """A page with another address takes the addresses of its children with it.

    Wagtail's own signals for this come after the transaction, when a process may be no more.
    """
    before = Page.objects.filter(pk=instance.pk).values_list("url_path", flat=True).first()
    if before is not None and before != instance.url_path:
        _tree_changed()


def _need_changing(instance: Need, **kwargs: Any) -> None:
    """A need that moves to another topic leaves the services of its old one."""
    before = Need.objects.filter(pk=instance.pk).values_list("parent_id", flat=True).first()
    if before is not None and before != instance.parent_id:
        note_change(label_of(Need), before)


def _shown_changed(sender: type[Model], instance: Model, **kwargs: Any) -> None:
    note_change(label_of(sender), instance.pk)


def _shown_going(sender: type[Model], instance: Model, **kwargs: Any) -> None:
    """Once it is gone, nobody can say where it showed; pages show needs too."""
    if sender is Need:
        _tree_changed()
    for pk in services_showing(label_of(sender), [instance.pk]):
        note_change(SERVICE, pk)


def _tree_changed(**kwargs: Any) -> None:
    """A page has moved, or is for a few people only, and its children with it."""
    note_change(EVERYTHING, 0)
