"""What a published service must have, as constraints that hold whoever writes to the database.

Each rule is bound to live rows: a draft may be half filled, and stops nobody.
"""

from django.db.models import BaseConstraint, CheckConstraint, F, Q

from local_offer.directory.choices import Cost, Diagnosis, Status

NOT_LIVE = Q(live=False)


def live_rules() -> list[BaseConstraint]:
    """One constraint for each promise that a public page makes."""
    ages = Q(min_age__isnull=True) | Q(min_age__gte=0, min_age__lte=25)
    ages &= Q(max_age__isnull=True) | Q(max_age__gte=0, max_age__lte=25)
    ages &= Q(min_age__isnull=True) | Q(max_age__isnull=True) | Q(min_age__lte=F("max_age"))
    rules = {
        "live_service_has_a_name": ~Q(name=""),
        "live_service_has_a_summary": ~Q(summary=""),
        "live_service_has_a_provider": Q(provider__isnull=False),
        "live_service_ages_make_sense": ages,
        "live_service_diagnosis_is_known_word": Q(diagnosis__in=Diagnosis.values),
        "live_service_cost_is_known_word": Q(cost__in=Cost.values),
        "live_service_status_is_known_word": Q(status__in=Status.values),
        "live_service_picture_has_words": Q(picture__isnull=True) | ~Q(picture_alt=""),
        "live_service_is_not_withdrawn": Q(withdrawn_at__isnull=True),
    }
    return [CheckConstraint(condition=NOT_LIVE | rule, name=name) for name, rule in rules.items()]
