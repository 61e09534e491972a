"""What a public page promises holds in the database, whoever writes to it."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from local_offer.directory.models import Service, Venue
from local_offer.directory.models.rules import live_rules
from tests.directory.made import a_draft, a_picture, a_service

pytestmark = pytest.mark.usefixtures("site")

# How to break each rule, writing past every form.
BROKEN: dict[str, dict[str, Any]] = {
    "live_service_has_a_name": {"name": ""},
    "live_service_has_a_summary": {"summary": ""},
    "live_service_has_a_provider": {"provider": None},
    "live_service_ages_make_sense": {"min_age": 12, "max_age": 7},
    "live_service_diagnosis_is_known_word": {"diagnosis": "maybe"},
    "live_service_cost_is_known_word": {"cost": "a lot"},
    "live_service_status_is_known_word": {"status": "resting"},
    "live_service_picture_has_words": {"picture_alt": ""},
    "live_service_is_not_withdrawn": {"withdrawn_at": timezone.now()},
}


def test_no_rule_is_forgotten_here() -> None:
    assert {rule.name for rule in live_rules()} == set(BROKEN)


@pytest.mark.parametrize("rule", BROKEN)
def test_a_published_service_cannot_break_a_rule(rule: str) -> None:
    service = a_service(
        picture=a_picture() if "picture" in rule else None, picture_alt="A sofa in a quiet room"
    )
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        Service.objects.filter(pk=service.pk).update(**BROKEN[rule])


@pytest.mark.parametrize("rule", BROKEN)
def test_a_draft_may_be_half_filled(rule: str) -> None:
    draft = a_draft()
    Service.objects.filter(pk=draft.pk).update(**BROKEN[rule])
    assert not Service.objects.get(pk=draft.pk).live


@pytest.mark.parametrize("ages", [{"min_age": 26}, {"max_age": 26}, {"min_age": 30, "max_age": 40}])
def test_ages_end_at_25(ages: dict[str, int]) -> None:
    service = a_service()
    with pytest.raises(IntegrityError, match="ages_make_sense"), transaction.atomic():
        Service.objects.filter(pk=service.pk).update(**ages)


@pytest.mark.parametrize(
    "ages", [{"min_age": 5}, {"max_age": 11}, {"min_age": 0, "max_age": 25}, {"min_age": 7, "max_age": 7}]
)
def test_ages_may_be_open_at_either_end(ages: dict[str, int]) -> None:
    assert a_service(**ages).live


def test_a_venue_has_a_whole_point_or_none() -> None:
    with pytest.raises(IntegrityError, match="venue_has_a_whole_point"), transaction.atomic():
        Venue.objects.create(name="Larkfield Hall", lat=51.9)


def test_one_venue_is_one_record() -> None:
    Venue.objects.create(name="Larkfield Hall", address="Hitchin", postcode="SG5")
    with pytest.raises(IntegrityError), transaction.atomic():
        Venue.objects.create(name="Larkfield Hall", address="Hitchin", postcode="SG5")


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"min_age": 12, "max_age": 7}, "max_age"),
        ({"min_age": 26}, "min_age"),
        ({"valid_from": "2026-12-01", "valid_to": "2026-11-01"}, "valid_to"),
        ({"referral": ["carrier pigeon"]}, "referral"),
        ({"referral": "parent"}, "referral"),
        ({"diagnosis": "maybe"}, "diagnosis"),
    ],
)
def test_a_form_says_in_words_what_the_database_would_refuse(facts: dict[str, Any], field: str) -> None:
    with pytest.raises(ValidationError) as wrong:
        Service(name="Larkfield sleep club", summary="A club.", **facts).full_clean(
            exclude=["provider", "code"]
        )
    assert list(wrong.value.message_dict) == [field]


def test_choices_are_kept_once_and_in_the_order_of_the_list() -> None:
    service = a_service(referral=["gp", "parent", "gp"])
    assert service.referral == ["parent", "gp"]
