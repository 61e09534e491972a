"""Publishes and takes down what editors have scheduled, each item in a transaction of its own.

Wagtail's own command does it in one run, in which one item that cannot be published stops all that come after it.
"""

import logging
from collections.abc import Callable
from functools import partial
from typing import Any

from django.apps import apps
from django.db import transaction
from django.utils import timezone
from wagtail.models import DraftStateMixin, Page, Revision

logger = logging.getLogger(__name__)


def publish_due() -> int:
    """Publish revisions whose time has come, and unpublish what has expired; the number of items done."""
    done = 0
    for pk, name in _due_revisions().values_list("pk", "object_str"):
        done += _one(f"publish {name}", partial(_publish, pk))
    for model in _scheduled_models():
        for item in _expired(model):
            done += _one(f"unpublish {item}", partial(_expire, model, item.pk))
    return done


def _due_revisions() -> Any:
    return Revision.objects.filter(approved_go_live_at__lte=timezone.now()).order_by("approved_go_live_at")


def _expired(model: Any) -> Any:
    return model.objects.filter(live=True, expire_at__lte=timezone.now())


def _scheduled_models() -> list[Any]:
    return [model for model in apps.get_models() if issubclass(model, DraftStateMixin) and model is not Page]


def _publish(pk: int) -> bool:
    """A version that an editor has taken off the schedule meanwhile stays unpublished."""
    revision = _due_revisions().filter(pk=pk).first()
    if revision is not None:
        revision.publish(log_action=True)
    return revision is not None


def _expire(model: Any, pk: int) -> bool:
    """An item that has been published again meanwhile stays, with what is new in it."""
    item = _expired(model).filter(pk=pk).first()
    if item is not None:
        item.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    return item is not None


def _one(what: str, work: Callable[[], bool]) -> bool:
    """Whether it was done. The work looks again whether it is due: in its transaction nobody else writes."""
    try:
        with transaction.atomic():
            return work()
    except Exception:
        logger.exception("Could not %s; the others go on.", what)
        return False
