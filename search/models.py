"""The log of changes that every index follows."""

from django.db import models


class IndexChange(models.Model):
    """That something changed which a search may show: what, never its content. Its number is its place in the log."""

    kind = models.CharField(max_length=20)
    object_id = models.BigIntegerField()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.id}: {self.kind} {self.object_id}"
