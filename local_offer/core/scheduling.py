"""Publishes and takes down what editors have scheduled, each item in a transaction of its own.

Wagtail's own command does it in one run, in which one item that cannot be published stops all that come after it.
"""

import logging
from typing import Any

from django.apps import apps
from django.db import transaction
from django.utils import timezone
from wagtail.models import DraftStateMixin, Page, Revision

logger = logging.getLogger(__name__)


def publish_due() -> int:
    """Publish revisions whose time has come, and unpublish what has expired; the number of items done."""
    done = 0
    for revision in Revision.objects.filter(approved_go_live_at__lte=timezone.now()).order_by("approved_go_live_at"):
        done += _one(f"publish {revision.object_str}", lambda revision=revision: revision.publish(log_action=True))
    for model in _scheduled_models():
        for item in model.objects.filter(live=True, expire_at__lte=timezone.now()):
            done += _one(f"unpublish {item}", lambda item=item: _expire(item))
    return done


def _scheduled_models() -> list[Any]:
    return [model for model in apps.get_models() if issubclass(model, DraftStateMixin) and model is not Page]


def _expire(item: Any) -> None:
    """An item that has been published again meanwhile stays."""
    item.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")


def _one(what: str, work: Any) -> bool:
    try:
        with transaction.atomic():
            work()
    except Exception:
        logger.exception("Could not %s; the others go on.", what)
        return False
    return True
