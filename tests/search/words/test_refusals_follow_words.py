"""What a service does not take follows the words, and only services for which that changes are indexed anew."""

from collections.abc import Callable

import pytest

from local_offer.directory.models import Service
from local_offer.taxonomy.models import Need, Phrase
from search import vocabulary
from search.answering import answer
from search.changed_refusals import note_changed_refusals, refusals_in
from search.changes import last_change
from search.models import IndexChange
from search.query import ServiceQuery
from search.vocabulary import current_lexicon, forget_vocabulary, make_lexicon, version_now
from tests.directory.made import a_service

pytestmark = pytest.mark.django_db


@pytest.fixture
def refusing(words: None) -> Service:
    """A service that does not take what no word means yet; and two others that stay as they are."""
    a_service(name="Larkfield art club", not_for="Adults")
    a_service(name="Larkfield garden club", not_for="")
    service = a_service(name="Larkfield reading club", not_for="Quokkareaders and their teachers")
    service.needs.add(Need.objects.get(slug="dyslexia"))
    service.save_revision().publish()
    return service


def a_phrase() -> None:
    Phrase.objects.create(
        number="own-quokka", phrases="quokkareaders", targets="dyslexia", direction="two_way"
    )


def logged_since(number: int) -> list[tuple[str, int]]:
    return list(IndexChange.objects.filter(id__gt=number).values_list("kind", "object_id"))


def test_only_the_service_whose_refusals_change_is_logged(refusing: Service) -> None:
    before, number = make_lexicon().vocabulary, last_change()
    a_phrase()
    after = make_lexicon().vocabulary
    assert refusals_in(refusing.not_for, before) == frozenset()
    assert refusals_in(refusing.not_for, after) == {"dyslexia"}
    assert note_changed_refusals(before, after) == 1
    assert logged_since(number) == [("service", refusing.pk)]


def test_words_that_change_no_refusal_log_nothing(refusing: Service) -> None:
    before, number = make_lexicon().vocabulary, last_change()
    Phrase.objects.create(number="own-numbat", phrases="numbat twilight", targets="sleep")
    assert note_changed_refusals(before, make_lexicon().vocabulary) == 0
    assert logged_since(number) == []


def test_a_draft_is_left_alone(refusing: Service) -> None:
    refusing.unpublish()
    before, number = make_lexicon().vocabulary, last_change()
    a_phrase()
    note_changed_refusals(before, make_lexicon().vocabulary)
    assert logged_since(number) == []


def test_a_running_process_logs_it_when_it_takes_the_new_words_into_use(refusing: Service) -> None:
    kept = vocabulary._Kept()
    kept.get()
    number = last_change()
    a_phrase()
    kept._lock.acquire()
    kept.renew(version_now())
    assert logged_since(number) == [("service", refusing.pk)]


def test_a_process_whose_words_are_the_same_logs_nothing(refusing: Service) -> None:
    kept = vocabulary._Kept()
    kept.get()
    number = last_change()
    kept._lock.acquire()
    kept.renew(version_now())
    assert logged_since(number) == []


def test_a_family_with_that_need_then_finds_it_further_down(
    refusing: Service, own_index: Callable[[], None]
) -> None:
    forget_vocabulary()
    before = current_lexicon().vocabulary
    own_index()
    first = _score_of(refusing)
    a_phrase()
    forget_vocabulary()
    note_changed_refusals(before, current_lexicon().vocabulary)
    own_index()
    assert _score_of(refusing) < first - 1


def _score_of(service: Service) -> float:
    found = answer(ServiceQuery(text="dyslexia", per_page=200))
    return next(hit.score for hit in found.hits if hit.id == service.pk)
