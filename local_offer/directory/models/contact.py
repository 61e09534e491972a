"""Contacts are records of their own: a number that changes is changed once, wherever it is shown."""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from local_offer.core.phone import phone_href


class Contact(index.Indexed, models.Model):
    """A way to reach somebody, used by any number of services and providers."""

    name = models.CharField(
        max_length=150, help_text='Whose number this is, such as "Children\'s therapies advice line".'
    )
    phone = models.CharField(max_length=40, blank=True)
    text_number = models.CharField("text number", max_length=40, blank=True)
    email = models.EmailField("e-mail", blank=True)
    website = models.URLField(max_length=500, blank=True)
    hours = models.CharField("when it answers", max_length=200, blank=True)
    note = models.CharField(max_length=300, blank=True)

    panels: ClassVar = [
        FieldPanel(name) for name in ("name", "phone", "text_number", "email", "website", "hours", "note")
    ]
    search_fields: ClassVar = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.SearchField("phone"),
    ]

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        ways = ", ".join(way for way in (self.phone, self.email, self.website) if way)
        return f"{self.name} ({ways})" if ways else self.name

    def clean(self) -> None:
        """A contact that reaches nobody is no contact."""
        if not (self.phone or self.text_number or self.email or self.website):
            raise ValidationError("Give at least one way to reach them: phone, text, e-mail or website.")

    @property
    def phone_href(self) -> str:
        """The link that rings the number."""
        return phone_href(self.phone)


class Helpline(index.Indexed, models.Model):
    """A national helpline, shown on guides and, when it is urgent, above everything else."""

    name = models.CharField(max_length=150, unique=True)
    topic = models.CharField("who it is for", max_length=200, blank=True)
    needs = models.ManyToManyField("taxonomy.Need", blank=True, related_name="helplines")
    phone = models.CharField(max_length=40, blank=True)
    text_number = models.CharField("text number", max_length=40, blank=True)
    website = models.URLField(max_length=500, blank=True)
    urgent = models.BooleanField(default=False, help_text="Shown when somebody may be in danger.")
    note = models.CharField(max_length=300, blank=True, help_text="Shown to families.")
    confidence = models.CharField(max_length=1, blank=True)
    source_url = models.URLField(max_length=500, blank=True)
    order = models.PositiveIntegerField(default=0)

    panels: ClassVar = [
        FieldPanel(name)
        for name in (
            "name",
            "topic",
            "needs",
            "phone",
            "text_number",
            "website",
            "urgent",
            "note",
            "confidence",
            "source_url",
            "order",
        )
    ]
    search_fields: ClassVar = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        ordering = ["order", "name"]

    def __str__(self) -> str:
        return self.name

    @property
    def phone_href(self) -> str:
        """The link that rings the number."""
        return phone_href(self.phone)

    @property
    def text(self) -> str:
        """The number to text, as templates call it."""
        return self.text_number
