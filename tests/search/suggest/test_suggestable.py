"""What may be suggested, from the directory as it is."""

import pytest

from local_offer.directory.models import Service
from local_offer.taxonomy.models import Phrase
from search.privacy import sector_for_postcode
from search.suggestable import PLACE, SEARCH, SERVICE, Suggester
from search.vocabulary import current_lexicon, make_lexicon
from search.word_lists import parts

pytestmark = pytest.mark.django_db


@pytest.fixture
def suggester(site: None) -> Suggester:
    return Suggester(current_lexicon())


def offered(suggester: Suggester, typed: str) -> list[tuple[str, str]]:
    return [(one.label, one.kind) for one in suggester.suggest(typed)]


def test_needs_are_offered_in_families_words(suggester: Suggester):
    assert ("Sleep", SEARCH) in offered(suggester, "sle")
    assert ("won't sleep", SEARCH) in offered(suggester, "wont sl")


def test_services_pages_and_places_are_offered_by_what_they_are(suggester: Suggester):
    assert ("SENDIASS Hertfordshire", SERVICE) in offered(suggester, "sendi")
    assert ("Sleep", "Neurodiversity Hub") in offered(suggester, "sleep")
    assert offered(suggester, "hitch")[0] == ("Hitchin", PLACE)
    assert ("Welwyn Garden City", PLACE) in offered(suggester, "wgc")


def test_a_search_keeps_the_words_and_a_place_fills_where(suggester: Suggester):
    by_label = {one.label: one.url for typed in ("wont sl", "hitch") for one in suggester.suggest(typed)}
    assert by_label["won't sleep"] == "/search/?q=won%27t+sleep"
    assert by_label["Hitchin"] == "/search/?near=Hitchin"


def test_a_whole_postcode_is_never_answered(suggester: Suggester):
    assert offered(suggester, "al1") != []
    for typed in ("AL1 3JE", "al13je", "sleep al1 3je"):
        assert offered(suggester, typed) == []


def test_no_suggestion_holds_a_whole_postcode(suggester: Suggester):
    for typed in ("AL1", "SG5", "WD1", "CM2", "hospital", "centre", "school"):
        for one in suggester.suggest(typed):
            assert sector_for_postcode(f"{one.label} {one.url}") == f"{one.label} {one.url}"


def test_words_of_danger_are_put_in_nobodys_mouth(suggester: Suggester):
    said = Phrase.objects.filter(targets__contains="self-harm").values_list("phrases", flat=True)
    phrases = {phrase for line in said for phrase in parts(line)}
    assert "wants to die" in phrases
    for phrase in phrases:
        for letters in range(2, len(phrase) + 1):
            assert phrase not in {one.label for one in suggester.suggest(phrase[:letters])}


def test_urgent_help_is_offered_first_to_somebody_who_may_be_in_danger(suggester: Suggester):
    first = suggester.suggest("i want to die")[0]
    assert "urgent" in first.url
    assert first != next(iter(suggester.suggest("sleep")), None)


def test_what_is_not_public_is_not_offered(site: None):
    service = Service.objects.get(name="SENDIASS Hertfordshire")
    Service.objects.filter(pk=service.pk).update(live=False)
    assert ("SENDIASS Hertfordshire", SERVICE) not in offered(Suggester(current_lexicon()), "sendi")


def test_two_services_of_one_name_say_whose_each_is(site: None):
    first, second = (
        Service.objects.filter(provider__isnull=False).exclude(provider__name="").order_by("pk")[:2]
    )
    other = Service.objects.exclude(provider=first.provider).filter(provider__isnull=False).first() or second
    Service.objects.filter(pk__in=[first.pk, other.pk]).update(name="Zebra club")
    labels = {label for label, _ in offered(Suggester(current_lexicon()), "zebra")}
    assert labels == {f"Zebra club ({first.provider})", f"Zebra club ({other.provider})"}


def test_a_phrase_of_an_editor_is_offered_with_the_next_vocabulary(site: None):
    Phrase.objects.create(
        number="own-1", targets="sleep", phrases="quokka marmalade; bounces|leaps at bedtime"
    )
    found = Suggester(make_lexicon()).suggest("quok")
    assert [one.label for one in found] == ["quokka marmalade"]
    assert Suggester(make_lexicon()).suggest("bounces le") == []
