"""A family that needs a person to ask is sent to those who answer anybody, unless an editor says no."""

import pytest

from home.starting.loading import SOURCE
from home.starting.people import mark_people_to_ask
from local_offer.directory.importing.values import services_of_source
from local_offer.directory.models import Service
from local_offer.directory.next_step import people_to_ask

pytestmark = pytest.mark.usefixtures("site")


def service(ref) -> Service:
    return services_of_source(SOURCE, [ref]).get()


def test_free_advice_on_rights_is_offered_wherever_a_family_is_stuck(starting):
    offered = {person.label: person.words for person in people_to_ask()}
    assert offered[service("3").name] == starting.people["3"]
    assert offered[service("37").name] == starting.people["37"]


def test_each_area_team_says_whom_it_is_for(starting):
    for number, ref in enumerate(range(49, 58), start=1):
        team = service(str(ref))
        assert [area.code for area in team.coverage.all()] == [f"dspl-{number}"]
        assert team.someone_to_ask == starting.people[str(ref)]


def test_an_editor_opening_the_record_sees_the_words_too():
    assert service("3").get_latest_revision_as_object().someone_to_ask


def test_an_editor_may_take_a_service_off_the_list_for_good(starting):
    edited = service("3")
    edited.someone_to_ask = ""
    edited.save_revision().publish()
    mark_people_to_ask(starting.people, SOURCE)
    assert service("3").someone_to_ask == ""
    outcome = mark_people_to_ask({"3": "Other words."}, SOURCE)
    assert service("3").someone_to_ask == ""
    assert len(outcome.kept) == 1


def test_new_words_in_the_file_replace_the_old(starting):
    assert mark_people_to_ask({"3": "Other words."}, SOURCE).new == 1
    assert service("3").someone_to_ask == "Other words."


def test_a_service_that_was_taken_off_is_not_published_by_being_named():
    service("3").retire("It has closed.")
    outcome = mark_people_to_ask({"3": "Other words."}, SOURCE)
    assert not service("3").live
    assert len(outcome.kept) == 1
