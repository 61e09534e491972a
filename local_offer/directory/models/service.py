"""A service: what there is, who it is for, how to get it, and how sure we are."""

from datetime import date
from typing import Any, ClassVar

from django.contrib.contenttypes.fields import GenericRelation
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.models import DraftStateMixin, LockableMixin, PreviewableMixin, RevisionMixin, WorkflowMixin
from wagtail.search import index

from local_offer.core.fields import ChoiceSetField
from local_offer.core.whole import WholeOrNothing
from local_offer.directory.choices import Audience, Confidence, Cost, Delivery, Diagnosis, Referral, Status
from local_offer.directory.identity import new_uuid
from local_offer.directory.models.rules import live_rules
from local_offer.directory.panels import service_panels
from local_offer.directory.service_page import service_context
from local_offer.directory.slugs import free_codes, free_slug, slug_taken_by

OLDEST = 25
_age = [MinValueValidator(0), MaxValueValidator(OLDEST)]


class WasPublic(ValidationError):
    """What was once public is retired, never deleted: somebody may hold its address."""


class Service(
    WholeOrNothing,
    PreviewableMixin,
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    index.Indexed,
    ClusterableModel,
):
    """One service. Drafts may be half filled; `live_rules` say what a published one must have."""

    uuid = models.UUIDField(default=new_uuid, unique=True, editable=False)
    code = models.CharField(max_length=12, unique=True, editable=False)
    ref = models.CharField(max_length=60, blank=True, editable=False)
    slug = models.SlugField(
        "address", max_length=120, unique=True, blank=True, help_text="Made from the name if left empty."
    )

    name = models.CharField(max_length=200)
    # A draft may lack both; the form asks for them when it is published.
    provider = models.ForeignKey(
        "directory.Provider", null=True, on_delete=models.PROTECT, related_name="services"
    )
    summary = models.CharField(
        max_length=300, help_text="One sentence of 25 words at most. It is read first."
    )
    description = models.TextField("what it is", blank=True)
    picture = models.ForeignKey(
        "wagtailimages.Image", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    picture_alt = models.CharField("what the picture shows", max_length=200, blank=True)

    needs = ParentalManyToManyField("taxonomy.Need", blank=True, related_name="services")
    kinds = ParentalManyToManyField("taxonomy.ServiceKind", blank=True, related_name="services")
    outcomes = ParentalManyToManyField("taxonomy.Outcome", blank=True, related_name="services")
    audience = ChoiceSetField("who it is for", choices=Audience.choices)
    min_age = models.PositiveSmallIntegerField("from age", null=True, blank=True, validators=_age)
    max_age = models.PositiveSmallIntegerField(
        "to age", null=True, blank=True, validators=_age, help_text="25 means 25 or over."
    )

    diagnosis = models.CharField(
        "do families need a diagnosis?", max_length=20, choices=Diagnosis, default=Diagnosis.UNKNOWN
    )
    referral = ChoiceSetField("how to get it", choices=Referral.choices)
    eligibility = models.TextField("rules about who can use it", blank=True)
    how_decided = models.TextField("how it is decided", blank=True)
    how_to_complain = models.TextField(blank=True)
    not_for = models.TextField("not for", blank=True)
    try_instead = models.TextField(blank=True)

    cost = models.CharField(max_length=20, choices=Cost, default=Cost.UNKNOWN)
    cost_note = models.CharField(max_length=300, blank=True)
    delivery = ChoiceSetField("how the help comes", choices=Delivery.choices)
    coverage = ParentalManyToManyField(
        "places.Area",
        blank=True,
        related_name="services",
        help_text="Where it serves, not where it is. Empty: not known.",
    )
    venues = ParentalManyToManyField("directory.Venue", blank=True, related_name="services")
    when = models.CharField("days and times", max_length=300, blank=True)
    contacts = ParentalManyToManyField("directory.Contact", blank=True, related_name="services")
    website = models.URLField("page about it", max_length=500, blank=True)
    languages = models.CharField(max_length=200, blank=True)

    waiting_note = models.CharField("how long people wait", max_length=300, blank=True)
    waiting_seen = models.DateField("when that was true", null=True, blank=True)
    status = models.CharField(max_length=10, choices=Status, default=Status.UNKNOWN)
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)
    replaced_by = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="replaces"
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True, editable=False)
    withdrawn_reason = models.TextField(blank=True, editable=False)

    source_url = models.URLField("where this was read", max_length=500, blank=True)
    source_seen = models.CharField(
        "newest date seen there", max_length=10, blank=True, help_text="A year, or year and month."
    )
    confidence = models.CharField(max_length=1, choices=Confidence, blank=True)
    last_checked = models.DateField("last checked with the provider", null=True, blank=True)
    review_due = models.DateField(null=True, blank=True)
    someone_to_ask = models.CharField(
        max_length=200,
        blank=True,
        help_text="Filled in, this service is offered wherever a family needs a person to ask. Say what they do.",
    )
    owner_email = models.EmailField("who keeps this entry true", blank=True, help_text="Never public.")

    _revisions = GenericRelation("wagtailcore.Revision", related_query_name="service")
    workflow_states = GenericRelation(
        "wagtailcore.WorkflowState",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="service",
        for_concrete_model=False,
    )

    edit_handler = service_panels()
    search_fields: ClassVar = [
        index.SearchField("name", boost=3),
        index.AutocompleteField("name"),
        index.SearchField("summary"),
        index.SearchField("description"),
        index.FilterField("live"),
        index.FilterField("status"),
        index.FilterField("diagnosis"),
        index.FilterField("provider_id"),
    ]

    class Meta:
        ordering = ["name"]
        constraints = live_rules()
        indexes = [
            models.Index(fields=["review_due"]),
            models.Index(fields=["ref"]),
            models.Index(
                fields=["latest_revision"],
                condition=models.Q(live=True, has_unpublished_changes=True),
                name="live_service_with_a_draft",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @classmethod
    def linked_fields(cls) -> list[ParentalManyToManyField]:
        """Needs, areas, venues and all the other lists that belong to each version of a service."""
        return [field for field in cls._meta.many_to_many if isinstance(field, ParentalManyToManyField)]

    @property
    def revisions(self) -> Any:
        """What Wagtail calls the history of the record."""
        return self._revisions

    def get_absolute_url(self) -> str:
        return reverse("service", args=[self.slug])

    def get_short_url(self) -> str:
        """The address that never changes, for paper and messages."""
        return reverse("service-code", args=[self.code])

    def clean(self) -> None:
        """What a form says at once, in words, about things that the database would refuse later."""
        super().clean()
        wrong: dict[str, str] = {}
        if self.min_age is not None and self.max_age is not None and self.min_age > self.max_age:
            wrong["max_age"] = "The oldest age must not be below the youngest."
        if self.valid_from and self.valid_to and self.valid_from > self.valid_to:
            wrong["valid_to"] = "The last day must not be before the first."
        if self.picture and not self.picture_alt:
            wrong["picture_alt"] = "Say what the picture shows, for people who cannot see it."
        if self.slug and (other := slug_taken_by(self.slug, self.pk)):
            wrong["slug"] = f"“{other}” has or had this address. Choose another, or leave it empty."
        if wrong:
            raise ValidationError(wrong)

    def save(self, *args: Any, **kwargs: Any) -> None:
        fields = kwargs.get("update_fields")
        if not self.slug:
            self.slug = free_slug(self.name or "service", self.pk)
        if not self.code:
            self.code = free_codes([self.uuid])[0]
        self._note_withdrawal()
        if fields is not None:
            kwargs["update_fields"] = {*fields, "withdrawn_at", "withdrawn_reason"}
        else:
            FormerAddress.remember(self)
        super().save(*args, **kwargs)

    def _note_withdrawal(self) -> None:
        """Since when a service that was public no longer is."""
        if self.live:
            self.withdrawn_at, self.withdrawn_reason = None, ""
        elif self.first_published_at and self.withdrawn_at is None:
            self.withdrawn_at = timezone.now()

    def with_content_json(self, content: dict[str, Any]) -> Any:
        """An old version brings back its words, but not its names or when it was withdrawn."""
        obj = super().with_content_json(content)
        for field in ("uuid", "code", "ref", "withdrawn_at", "withdrawn_reason"):
            setattr(obj, field, getattr(self, field))
        return obj

    def retire(self, reason: str, user: Any = None) -> None:
        """Take the service off the public site; its address says so, why, and what to try instead.

        One that is off already only gets the new reason.
        """
        self.withdrawn_reason = reason
        if self.live:
            self.unpublish(user=user)
        else:
            self.save()

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        return "directory/service_page.html"

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict[str, Any]:
        """The preview panel shows what families will see; a service not saved yet is lent a short code."""
        self.code = self.code or free_codes([self.uuid])[0]
        return {**super().get_preview_context(request, mode_name), **service_context(self)}

    def is_due(self, today: date) -> bool:
        """Whether somebody should check the entry again."""
        return self.review_due is not None and self.review_due <= today


class FormerAddress(models.Model):
    """A slug that a service once had in public: it leads to where the service is now, for ever."""

    slug = models.SlugField(max_length=120, unique=True)
    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="former_addresses")

    def __str__(self) -> str:
        return self.slug

    @classmethod
    def remember(cls, service: Service) -> None:
        """Keep the address that is about to change; one that another service had is refused, whoever asks.

        An address taken up again is former no longer.
        """
        before = Service.objects.filter(pk=service.pk).values_list("slug", flat=True).first()
        if before == service.slug:
            return
        if other := cls.objects.filter(slug=service.slug).exclude(service_id=service.pk).first():
            raise ValidationError({"slug": f"“{other.service}” has or had this address. Choose another."})
        if before and service.first_published_at:
            cls.objects.get_or_create(slug=before, defaults={"service": service})
        cls.objects.filter(slug=service.slug).delete()
