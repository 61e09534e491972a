"""Before words are saved, an editor sees what they would do, and nobody else sees anything."""

import html

import pytest
from django.db.models import Model
from django.test import Client

from local_offer.directory.models import Service
from local_offer.taxonomy.models import Concept, EverydaySentence, Phrase, RelatedNeed, Spelling, UrgentPhrase
from search.models import PinnedAnswer, SavedSearch
from search.preview import compare, lexicon_as_if_saved
from search.saved import find, query_of
from search.vocabulary import current_lexicon, version_now
from tests.search.words.filling import good, url

pytestmark = pytest.mark.django_db
KINDS = [Phrase, EverydaySentence, Spelling, UrgentPhrase, Concept, RelatedNeed, PinnedAnswer]


def see(client: Client, model: type[Model], *pk: object, **other: object) -> str:
    """Press "See what changes" on the form to add one, or to change the one of this number."""
    address = url(model, "edit", *pk) if pk else url(model, "add")
    answer = client.post(address, {**good(model, **other), "see-changes": "1"})
    assert answer.status_code == 200
    return html.unescape(answer.content.decode())


def saved(words: str, *services: Service) -> SavedSearch:
    search = SavedSearch.objects.create(words=words)
    search.wanted_services.set(services)
    return search


@pytest.mark.parametrize("model", KINDS)
def test_looking_saves_nothing(keeper: Client, model: type[Model]):
    before, rows = version_now(), list(model.objects.values())  # type: ignore[attr-defined]
    assert "Nothing is saved yet" in see(keeper, model)
    assert list(model.objects.values()) == rows  # type: ignore[attr-defined]
    assert version_now() == before


def test_what_was_typed_is_still_in_the_form(editor: Client):
    page = see(editor, Phrase, note="for the nights")
    for typed in ("explodes at home; quokka marmalade", "for the nights"):
        assert typed in page
    assert 'name="see-changes"' in page


def test_a_slip_is_pointed_out_before_anything_is_compared(editor: Client):
    page = see(editor, Phrase, targets="sleeep")
    assert "Did you mean “sleep”" in page
    assert "What would change" not in page


def test_a_saved_search_that_other_words_would_mend_says_so(editor: Client):
    wanted = find(query_of("sleep"), current_lexicon()).services[0]
    saved("quokka marmalade", Service.objects.get(pk=wanted.id))
    page = see(editor, Phrase)
    assert "Would find what it should" in page
    assert wanted.name in page


def test_a_saved_search_that_other_words_would_spoil_says_so(editor: Client):
    first = find(query_of("melatonin"), current_lexicon()).services[0]
    saved("melatonin", Service.objects.get(pk=first.id))
    known = Phrase.objects.get(phrases="melatonin")
    page = see(editor, Phrase, known.pk, phrases="quokka marmalade", targets="dyslexia")
    assert Phrase.objects.get(pk=known.pk).phrases == "melatonin"
    assert "What would change" in page


def test_a_search_that_stays_as_it_is_says_so(editor: Client):
    saved("dentist for autism")
    assert "The same" in see(editor, Spelling)


def test_urgent_words_show_that_urgent_help_would_come_first(editor: Client):
    page = see(editor, UrgentPhrase)
    assert "Urgent help" in page


def test_warnings_are_given_with_the_preview(editor: Client):
    assert "is a very common word" in see(editor, Phrase, phrases="school")


def test_it_compares_with_what_saving_then_does(words: None):
    saved("quokka marmalade")
    phrase = Phrase(number="own-1", phrases="quokka marmalade", targets="sleep")
    promised = lexicon_as_if_saved(phrase).vocabulary
    [own, search] = compare(phrase)
    assert own.changes
    assert search.changes
    assert phrase.pk is None
    phrase.save()
    assert find(query_of("quokka marmalade"), lexicon_as_if_saved(phrase)).names == search.after.names
    assert promised.phrases.by_first["quokka"]


def test_somebody_who_may_not_change_words_sees_no_preview(client: Client, words: None):
    assert client.post(url(Phrase, "add"), {**good(Phrase), "see-changes": "1"}).status_code == 302
