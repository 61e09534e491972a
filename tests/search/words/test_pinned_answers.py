"""Editors put answers first for certain words; age, place and filters hold all the same."""

import html
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from local_offer.directory.models import Service
from local_offer.directory.publicity import public_services
from search.answering import read_with
from search.engines.chosen import engine
from search.models import PinnedAnswer, PinnedService
from search.pinned import Pinned, pinned_for
from search.query import ServiceQuery
from search.results import SearchResults
from search.saved import query_of
from search.understanding.patterns import PatternBook, pattern_of
from search.understanding.words import read_words
from search.vocabulary import Lexicon, current_lexicon, pinned_answers, version_now
from tests.search.words.filling import add, url
from tests.search.words.test_preview import see

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)


def pin(phrases: str, *services: Service, pages: str = "", until: date | None = None) -> PinnedAnswer:
    answer = PinnedAnswer(phrases=phrases, pages=pages, until=until)
    answer.services.add(*(PinnedService(service=one, sort_order=n) for n, one in enumerate(services)))
    answer.save()
    return answer


def lexicon() -> Lexicon:
    """The words in use, with what is pinned now."""
    return replace(current_lexicon(), pinned=pinned_answers())


def found(query: ServiceQuery) -> SearchResults:
    return engine().search(read_with(query, lexicon()).query)


def names(words: str, **asked: str) -> list[str]:
    return [hit.name for hit in found(query_of(words, **asked)).hits]


@pytest.fixture
def three(words: None) -> list[Service]:
    """Three services, in no order that a search would give them."""
    return list(public_services().filter(min_age=None, max_age=None).order_by("-name")[:3]) or list(
        public_services().order_by("-name")[:3]
    )


class TestWhatAFamilySees:
    def test_what_is_pinned_comes_first_in_the_order_that_was_chosen(self, three: list[Service]):
        pin("quokka marmalade", three[1], three[2], three[0])
        assert names("we have quokka marmalade")[:3] == [three[1].name, three[2].name, three[0].name]

    def test_the_card_says_so_first(self, three: list[Service]):
        pin("quokka marmalade", three[0])
        assert found(query_of("quokka marmalade")).hits[0].reasons[0] == "picked by our team"

    def test_a_pinned_page_comes_first(self, words: None):
        pin("quokka marmalade", pages="guide:ehcp; hub:sleep")
        keys = [page.key for page in found(query_of("quokka marmalade toilet")).pages]
        assert keys[:2] == ["guide:ehcp", "hub:sleep"]

    def test_a_service_for_another_age_is_not_shown_though_it_is_pinned(self, words: None):
        young = public_services().filter(max_age__lte=11).first()
        pin("quokka marmalade", young)
        assert young.name in names("quokka marmalade")
        assert young.name not in names("quokka marmalade", age="16")
        assert young.name not in names("quokka marmalade for my 16 year old")

    def test_a_service_that_does_not_serve_the_place_is_not_shown_though_it_is_pinned(self, words: None):
        codes = {"county", "national"}
        local = next(
            one
            for one in public_services().filter(coverage__code="dspl-1").prefetch_related("coverage")
            if not codes & {area.code for area in one.coverage.all()}
            and all(area.code.startswith("dspl") for area in one.coverage.all())
            and not any(area.code == "dspl-9" for area in one.coverage.all())
        )
        pin("quokka marmalade", local)
        assert names("quokka marmalade near hitchin")[0] == local.name
        assert local.name not in names("quokka marmalade near watford")

    def test_a_chosen_filter_holds_though_it_is_pinned(self, words: None):
        service = public_services().exclude(cost="paid").first()
        pin("quokka marmalade", service)
        asked = replace(query_of("quokka marmalade"), cost=("paid",))
        assert service.name not in [hit.name for hit in found(asked).hits]

    def test_nearest_first_stays_nearest_first(self, three: list[Service]):
        asked = replace(query_of("sleep", near="Hitchin"), sort="nearest")
        before = found(asked).hits
        pin("sleep", Service.objects.get(pk=before[-1].id))
        assert [hit.miles for hit in found(asked).hits] == [hit.miles for hit in before]


class TestWhichWordsFit:
    def test_they_are_matched_like_phrases(self, three: list[Service]):
        pin("won't|refuses quokka", three[0])
        assert names("she never quokkas at night")[0] == three[0].name
        assert names("she refuses the quokka")[0] == three[0].name
        assert three[0].name not in names("she likes quokka jam")[:1]

    def test_a_spelling_that_is_put_right_counts(self, three: list[Service]):
        pin("dyspraxia", three[0])
        assert names("dispraxia")[0] == three[0].name

    def test_the_more_exact_words_come_first(self, three: list[Service]):
        pin("quokka", three[0])
        pin("quokka marmalade", three[1])
        assert names("quokka marmalade")[0] == three[1].name
        assert names("quokka")[0] == three[0].name

    def test_two_pins_for_the_same_words_both_count_and_nothing_twice(self, three: list[Service]):
        pin("quokka marmalade", three[0], three[1])
        pin("quokka marmalade", three[1], three[2])
        assert names("quokka marmalade")[:3] == [one.name for one in three]

    def test_words_that_are_ruled_out_pin_nothing(self, three: list[Service]):
        pin("autism", three[0])
        assert read_with(query_of("sleep not autism"), lexicon()).query.assumed.pinned == ()
        assert read_with(query_of("sleep autism"), lexicon()).query.assumed.pinned == (three[0].pk,)

    def test_a_need_that_a_family_takes_back_pins_nothing(self, three: list[Service]):
        pin("sleep", three[0])
        asked = query_of("sleep hitchin")
        assert read_with(asked, lexicon()).query.assumed.pinned == (three[0].pk,)
        assert read_with(asked.drop("need:sleep"), lexicon()).query.assumed.pinned == ()

    def test_it_counts_on_its_last_day_and_no_longer(self):
        book = PatternBook.of([pattern_of("quokka", Pinned((7,), until=TODAY))])
        assert pinned_for(read_words("quokka"), book, TODAY).services == (7,)
        assert pinned_for(read_words("quokka"), book, TODAY + timedelta(days=1)) == Pinned()

    def test_one_that_has_ended_stands_in_the_way_of_no_other(self):
        ended = pattern_of("quokka marmalade", Pinned((7,), until=TODAY - timedelta(days=1)))
        book = PatternBook.of([ended, pattern_of("quokka", Pinned((8,)))])
        assert pinned_for(read_words("quokka marmalade"), book, TODAY).services == (8,)


class TestKeeping:
    def test_the_form_offers_services_to_choose_from(self, keeper: Client):
        form = keeper.get(url(PinnedAnswer, "add")).content.decode()
        assert "services-__prefix__-service" in form
        assert "Choose service" in form
        assert "See what changes" in form

    def test_services_are_chosen_in_an_order(self, keeper: Client, three: list[Service]):
        chosen = {"services-TOTAL_FORMS": 2} | row(0, three[0], order=2) | row(1, three[1], order=1)
        add(keeper, PinnedAnswer, pages="", **chosen)
        answer = PinnedAnswer.objects.get()
        assert [one.service for one in answer.services.all()] == [three[1], three[0]]
        screen = html.unescape(keeper.get(url(PinnedAnswer, "list")).content.decode())
        assert f"{three[1].name}; {three[0].name}" in screen

    def test_something_must_be_shown_first(self, keeper: Client):
        assert "Choose a service or write a page" in add(keeper, PinnedAnswer, pages="")
        assert not PinnedAnswer.objects.exists()

    def test_a_service_stands_once(self, keeper: Client, three: list[Service]):
        twice = {"services-TOTAL_FORMS": 2} | row(0, three[0], order=1) | row(1, three[0], order=2)
        assert "stands below twice" in add(keeper, PinnedAnswer, **twice)

    def test_a_page_that_does_not_exist_is_refused(self, keeper: Client):
        assert "Did you mean “hub:sleep”" in html.unescape(add(keeper, PinnedAnswer, pages="hub:slep"))

    def test_a_day_that_has_passed_is_refused(self, keeper: Client):
        yesterday = timezone.localdate() - timedelta(days=1)
        assert "That day has passed" in add(keeper, PinnedAnswer, until=yesterday.isoformat())
        add(keeper, PinnedAnswer, until=timezone.localdate().isoformat())
        assert PinnedAnswer.objects.get().standing.startswith("Until")

    def test_one_that_has_ended_can_still_be_noted_on(self, keeper: Client):
        answer = pin("quokka marmalade", pages="hub:sleep", until=date(2026, 1, 31))
        screen = keeper.get(url(PinnedAnswer, "list")).content.decode()
        assert "Ended 31 January 2026" in screen
        filled = {
            "phrases": "quokka marmalade",
            "pages": "hub:sleep",
            "until": "2026-01-31",
            "note": "Term is over",
        }
        keeper.post(url(PinnedAnswer, "edit", answer.pk), {**filled, **NO_SERVICES})
        assert PinnedAnswer.objects.get().note == "Term is over"

    def test_a_very_common_word_is_warned_of(self, keeper: Client):
        said = add(keeper, PinnedAnswer, phrases="school")
        assert "most searches that hold it will show these first" in said


NO_SERVICES = {"services-TOTAL_FORMS": "0", "services-INITIAL_FORMS": "0"}


def row(number: int, service: Service, order: int) -> dict[str, str]:
    """One service, as the form sends it."""
    return {
        f"services-{number}-service": str(service.pk),
        f"services-{number}-ORDER": str(order),
        f"services-{number}-id": "",
    }


def test_it_goes_live_without_a_rebuild(words: None, three: list[Service]):
    before = version_now()
    answer = pin("quokka marmalade", three[0])
    assert version_now() != before
    before = version_now()
    answer.delete()
    assert version_now() != before


def test_the_preview_shows_it_and_saves_nothing(keeper: Client, three: list[Service]):
    chosen = {"services-TOTAL_FORMS": 1} | row(0, three[0], order=1)
    page = see(keeper, PinnedAnswer, pages="hub:sleep", **chosen)
    would = page[page.index("Would come first") :]
    assert three[0].name in would
    assert not PinnedAnswer.objects.exists()
    assert not PinnedService.objects.exists()
