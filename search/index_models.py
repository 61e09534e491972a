"""What is known of every index of the site, and which entries an index refused: for editors and whoever runs it."""

from typing import ClassVar

from django.db import models


class IndexStanding(models.Model):
    """How far one index had come when its keeper last looked; rows of the log that all have passed may go."""

    name = models.CharField(max_length=300, unique=True)
    engine = models.CharField(max_length=60, blank=True)
    position = models.BigIntegerField(default=0)
    documents = models.BigIntegerField(default=0)
    size_bytes = models.BigIntegerField(default=0)
    last_error = models.TextField(blank=True)
    failed_at = models.DateTimeField(null=True, blank=True)
    seen_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return f"{self.name}: {self.documents} documents"


class RefusedEntry(models.Model):
    """An entry that an index would not take, and why: the others go on, and editors can mend it."""

    index = models.CharField(max_length=300)
    kind = models.CharField(max_length=20)
    object_id = models.BigIntegerField()
    reason = models.TextField()
    at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering: ClassVar = ["index", "kind", "object_id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["index", "kind", "object_id"], name="one_refusal_for_an_entry")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id}: {self.reason}"
