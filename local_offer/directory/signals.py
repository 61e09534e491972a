"""What was once public is never deleted, whoever asks and by whatever road."""

from typing import Any

from django.db.models.signals import pre_delete
from django.dispatch import receiver

from local_offer.directory.models import Service
from local_offer.directory.models.service import WasPublic


@receiver(pre_delete, sender=Service)
def refuse_to_delete_what_was_public(instance: Service, **kwargs: Any) -> None:
    """The address may stand on paper in somebody's kitchen."""
    if instance.first_published_at is not None:
        raise WasPublic(f"“{instance}” was public: retire it, and its address will say what to try instead.")
