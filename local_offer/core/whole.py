"""One transaction round every change: a thing, its parts and what is logged of it are kept together or not at all.

Wagtail saves, publishes and unpublishes outside any transaction; a process killed half-way would leave a service that
is published but whose change no index is told of.
"""

from typing import Any

from django.db import models, transaction


class Whole(models.Model):
    """Saving and deleting are each one transaction, with whatever listens to them."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        with transaction.atomic():
            super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        with transaction.atomic():
            return super().delete(*args, **kwargs)


class WholeOrNothing(Whole):
    """Publishing and unpublishing are each one transaction too. Put it before Wagtail's own mixins."""

    class Meta:
        abstract = True

    def save_revision(self, *args: Any, **kwargs: Any) -> Any:
        with transaction.atomic():
            return super().save_revision(*args, **kwargs)  # type: ignore[misc]

    def publish(self, *args: Any, **kwargs: Any) -> Any:
        with transaction.atomic():
            return super().publish(*args, **kwargs)  # type: ignore[misc]

    def unpublish(self, *args: Any, **kwargs: Any) -> Any:
        with transaction.atomic():
            return super().unpublish(*args, **kwargs)  # type: ignore[misc]
