"""How an editor narrows the list of services."""

import django_filters
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.admin.filters import WagtailFilterSet

from local_offer.directory.choices import Diagnosis, Status
from local_offer.directory.models import Service
from local_offer.directory.review import due_for_review, never_checked, retired, with_draft
from local_offer.places.models import Area
from local_offer.taxonomy.models import Need

DUE, NEVER, DRAFTS, RETIRED = "due", "never", "drafts", "retired"


class ServiceFilterSet(WagtailFilterSet):
    """By what is to be done, and by the facts."""

    todo = django_filters.ChoiceFilter(
        label="To do",
        choices=[
            (DUE, "Due for review"),
            (NEVER, "Never checked"),
            (DRAFTS, "Has a draft"),
            (RETIRED, "Retired"),
        ],
        method="filter_todo",
    )
    status = django_filters.ChoiceFilter(choices=Status.choices)
    diagnosis = django_filters.ChoiceFilter(choices=Diagnosis.choices)
    needs = django_filters.ModelChoiceFilter(label="Need", queryset=Need.objects.all())
    coverage = django_filters.ModelChoiceFilter(label="Area", queryset=Area.objects.all())

    class Meta:
        model = Service
        fields = ["todo", "status", "diagnosis", "needs", "coverage"]

    def filter_todo(self, services: QuerySet[Service], name: str, value: str) -> QuerySet[Service]:
        """The lists behind the counts on the first page."""
        lists: dict[str, QuerySet[Service]] = {
            DUE: due_for_review(timezone.localdate()),
            NEVER: never_checked(),
            DRAFTS: with_draft(),
            RETIRED: retired(),
        }
        return services.filter(pk__in=lists[value].order_by().values("pk"))
