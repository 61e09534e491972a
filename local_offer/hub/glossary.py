"""Words explained: what people who work with children say, in plain English. Editors keep the list."""

from datetime import datetime
from functools import lru_cache
from typing import ClassVar

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Count, Max
from django.utils.text import slugify
from wagtail.admin.panels import FieldPanel

from local_offer.hub.glossary_matching import Entry, Glossary

A_TO_Z = "guide:jargon"
SHORT_FORMS_BETWEEN = ";"


class GlossaryTerm(models.Model):
    """One word or name. The list from A to Z shows it; pages explain it where they use it first."""

    term = models.CharField(
        max_length=120, unique=True, help_text="The whole word or name, as in a sentence."
    )
    short_form = models.CharField(
        max_length=60,
        blank=True,
        help_text="Such as EHCP. Put ; between two: the one used most stands first.",
    )
    plain = models.CharField(max_length=300, help_text="What it means, in one or two short sentences.")
    see = models.CharField(
        "page to read",
        max_length=80,
        blank=True,
        validators=[RegexValidator(r"^([a-z]+:[a-z0-9-]+|urgent-help)$", "Write a page's key: guide:ehcp.")],
        help_text="The key of the page that says more, such as guide:ehcp.",
    )
    updated_at = models.DateTimeField(auto_now=True)

    panels: ClassVar = [FieldPanel("term"), FieldPanel("short_form"), FieldPanel("plain"), FieldPanel("see")]

    class Meta:
        ordering = ["term"]
        verbose_name = "word explained"
        verbose_name_plural = "words explained"

    def __str__(self) -> str:
        return f"{self.term} ({self.shown_short})" if self.short_form else self.term

    @property
    def short_forms(self) -> tuple[str, ...]:
        """Each short form by itself."""
        return tuple(part.strip() for part in self.short_form.split(SHORT_FORMS_BETWEEN) if part.strip())

    @property
    def shown_short(self) -> str:
        """The short forms as people read them."""
        return ", ".join(self.short_forms)

    @property
    def anchor(self) -> str:
        """Where the word stands in the list from A to Z."""
        return f"word-{slugify(self.term)[:60]}"

    def entry(self) -> Entry:
        """The word as plain facts."""
        return Entry(self.term, self.short_forms, self.plain, self.anchor, self.see)


def current_glossary() -> Glossary:
    """All words, ready to be found in a text; read anew when an editor has changed one."""
    state = GlossaryTerm.objects.aggregate(count=Count("pk"), last=Max("updated_at"))
    return _glossary(state["count"], state["last"])


@lru_cache(maxsize=2)
def _glossary(count: int, last: datetime | None) -> Glossary:
    """The list as it is at this state of its table: the number of words, and when one was changed last."""
    return Glossary(tuple(term.entry() for term in GlossaryTerm.objects.all()))
