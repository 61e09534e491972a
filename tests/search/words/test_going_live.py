"""Words are read from the moment they are saved; nothing has to be built anew."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from local_offer.taxonomy.models import EverydaySentence, Phrase, RelatedNeed, Spelling, UrgentPhrase
from search.answering import read
from search.models import PinnedAnswer
from search.query import ServiceQuery
from search.understanding.reading import Understanding
from search.vocabulary import ASK_AFTER, forget_vocabulary, version_now
from tests.search.words.filling import add, url

pytestmark = pytest.mark.django_db


def understood(text: str) -> Understanding:
    """As a process understands it that reads the words now."""
    forget_vocabulary()
    return read(ServiceQuery(text=text)).understanding


def needs(text: str) -> set[str]:
    return {slug for slug, sure, _ in understood(text).needs if sure > 0.5}


def test_a_phrase_finds_its_need(editor: Client):
    assert "sleep" not in needs("quokka marmalade")
    add(editor, Phrase)
    assert "sleep" in needs("we have quokka marmalade")


def test_a_phrase_that_is_taken_away_finds_nothing(editor: Client):
    add(editor, Phrase)
    editor.post(url(Phrase, "delete", Phrase.objects.latest("pk").pk))
    assert "sleep" not in needs("quokka marmalade")


def test_a_spelling_is_read_as_what_is_meant(editor: Client):
    add(editor, Spelling)
    assert [one.used for one in understood("quokkasleep").corrections] == ["sleep"]


def test_urgent_words_bring_urgent_help(editor: Client):
    assert not understood("quokka in the marmalade").urgent
    add(editor, UrgentPhrase)
    assert understood("quokka in the marmalade").urgent


def test_no_edit_of_the_urgent_words_takes_the_core_away(editor: Client):
    for row in UrgentPhrase.objects.all():
        editor.post(url(UrgentPhrase, "delete", row.pk))
    assert not UrgentPhrase.objects.exists()
    for harmless in ("die", "want to die", "i want to die"):
        add(editor, UrgentPhrase, phrase=harmless, means="harmless")
    assert understood("my son says i want to die").urgent


def test_every_kind_of_word_tells_a_running_site_that_it_has_changed(keeper: Client):
    for model in (Phrase, EverydaySentence, Spelling, UrgentPhrase, RelatedNeed, PinnedAnswer):
        before = version_now()
        add(keeper, model)
        assert version_now() != before, model
        before = version_now()
        keeper.post(url(model, "delete", model.objects.latest("pk").pk))
        assert version_now() != before, model


def test_a_running_site_asks_more_than_once_a_second_and_that_is_cheap(words: None):
    assert ASK_AFTER <= 0.5
    with CaptureQueriesContext(connection) as asked:
        version_now()
    assert len(asked) <= 8
