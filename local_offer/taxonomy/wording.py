"""How families say things: phrases, everyday sentences, spellings and urgent words, each kept by editors as data."""

from typing import Any, ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.search import index


class Wording(index.Indexed, models.Model):
    """Words that search reads. `updated_at` tells a running site that its vocabulary has changed."""

    updated_at = models.DateTimeField(auto_now=True, db_index=True)

    class Meta:
        abstract = True


class Concept(Wording):
    """Something families ask for by name that is no need of its own: CAMHS, an EHC needs assessment."""

    slug = models.SlugField(max_length=80, unique=True)
    label = models.CharField(max_length=150)
    service_refs = models.CharField(
        "services that answer it", max_length=300, blank=True, help_text="References, with semicolons."
    )

    panels: ClassVar = [FieldPanel("label"), FieldPanel("slug"), FieldPanel("service_refs")]
    search_fields: ClassVar = [index.SearchField("label"), index.AutocompleteField("label")]

    def __str__(self) -> str:
        return self.label


class RelatedNeed(Wording):
    """Families with the one need are also helped by services for the other: the help that comes after the exact."""

    pair = models.CharField(max_length=170, unique=True, editable=False)
    need = models.ForeignKey("taxonomy.Need", on_delete=models.CASCADE, related_name="leads_to")
    related = models.ForeignKey("taxonomy.Need", on_delete=models.CASCADE, related_name="led_from")
    weight = models.FloatField(
        validators=[MinValueValidator(0.05), MaxValueValidator(0.95)],
        help_text="Between 0 and 1: what such a service is worth beside one for the need itself.",
    )
    why = models.CharField(max_length=200, blank=True)

    panels: ClassVar = [FieldPanel("need"), FieldPanel("related"), FieldPanel("weight"), FieldPanel("why")]
    search_fields: ClassVar = [index.SearchField("why"), index.AutocompleteField("why")]

    class Meta:
        ordering = ["need", "-weight"]

    def __str__(self) -> str:
        return f"{self.need}: {self.related}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.pair = f"{self.need.slug}>{self.related.slug}"
        super().save(*args, **kwargs)


class Phrase(Wording):
    """What families say, and what it should find."""

    ONE_WAY, TWO_WAY = "one_way", "two_way"
    DIRECTIONS = [(ONE_WAY, "Finds it, but is not another word for it"), (TWO_WAY, "Means the same")]

    number = models.CharField(max_length=20, unique=True, editable=False, blank=True)
    targets = models.CharField(
        max_length=300,
        help_text="Slugs of needs, or concept:, kind:, filter: with a slug; semicolons between.",
    )
    phrases = models.TextField(help_text="With semicolons between.")
    direction = models.CharField(max_length=10, choices=DIRECTIONS, default=ONE_WAY)
    note = models.CharField(max_length=300, blank=True)

    panels: ClassVar = [
        FieldPanel("phrases"),
        FieldPanel("targets"),
        FieldPanel("direction"),
        FieldPanel("note"),
    ]
    search_fields: ClassVar = [index.SearchField("phrases"), index.AutocompleteField("phrases")]

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.phrases[:80]


class EverydaySentence(Wording):
    """A sentence as a family writes it, with the needs behind it; a search is compared with all of them."""

    text = models.CharField(max_length=400)
    needs = models.CharField(
        max_length=300, help_text="Slugs of needs, the main one first; none = about no need."
    )
    voice = models.CharField(max_length=20, blank=True)

    panels: ClassVar = [FieldPanel("text"), FieldPanel("needs"), FieldPanel("voice")]
    search_fields: ClassVar = [index.SearchField("text"), index.AutocompleteField("text")]

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["text"], name="one_record_of_each_everyday_sentence")]

    def __str__(self) -> str:
        return self.text[:80]


class Spelling(Wording):
    """A way in which a word is often written, and the word that is meant."""

    wrong = models.CharField(max_length=60, unique=True)
    right = models.CharField(max_length=60)

    panels: ClassVar = [FieldPanel("wrong"), FieldPanel("right")]
    search_fields: ClassVar = [index.SearchField("wrong"), index.AutocompleteField("wrong")]

    class Meta:
        ordering = ["wrong"]

    def __str__(self) -> str:
        return f"{self.wrong}: {self.right}"


class UrgentPhrase(Wording):
    """Words after which urgent help comes first. A core list that is built in stands whatever is done here."""

    phrase = models.CharField(max_length=200, unique=True)
    means = models.CharField(
        max_length=20, choices=[("urgent", "Somebody may be in danger"), ("harmless", "Only sounds like it")]
    )

    panels: ClassVar = [FieldPanel("phrase"), FieldPanel("means")]
    search_fields: ClassVar = [index.SearchField("phrase"), index.AutocompleteField("phrase")]

    class Meta:
        ordering = ["phrase"]

    def __str__(self) -> str:
        return self.phrase
