"""Editors own the words: they find them in one menu, and the site refuses what would find nothing."""

import html

import pytest
from django.db.models import Model
from django.test import Client

from local_offer.directory.models import Service
from local_offer.taxonomy.models import (
    Concept,
    EverydaySentence,
    Need,
    Phrase,
    RelatedNeed,
    Spelling,
    UrgentPhrase,
)
from search.models import SavedSearch
from tests.search.words.filling import GOOD, add, good, url

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("model", GOOD)
def test_every_kind_of_word_is_listed_added_and_changed(keeper: Client, model: type[Model]):
    before = model.objects.count()  # type: ignore[attr-defined]
    assert keeper.get(url(model, "list")).status_code == 200
    assert keeper.get(url(model, "add")).status_code == 200
    add(keeper, model)
    assert model.objects.count() == before + 1  # type: ignore[attr-defined]
    added = model.objects.latest("pk")  # type: ignore[attr-defined]
    assert keeper.get(url(model, "edit", added.pk)).status_code == 200
    changed = keeper.post(url(model, "edit", added.pk), good(model, need=0, related=0) | _as_is(added))
    assert changed.status_code == 302


def _as_is(record: Model) -> dict[str, int]:
    return {"need": record.need_id, "related": record.related_id} if isinstance(record, RelatedNeed) else {}


@pytest.mark.parametrize("model", [Phrase, EverydaySentence, Spelling, UrgentPhrase, Concept])
def test_editors_of_the_council_keep_the_words(editor: Client, model: type[Model]):
    assert "Words of the search" in editor.get(url(model, "list")).content.decode()
    add(editor, model)
    added = model.objects.latest("pk")  # type: ignore[attr-defined]
    assert editor.post(url(model, "delete", added.pk)).status_code == 302
    assert not model.objects.filter(pk=added.pk).exists()  # type: ignore[attr-defined]


def test_somebody_without_the_right_keeps_none(client: Client, words: None):
    assert client.get(url(Phrase, "add")).status_code == 302


def test_many_phrases_can_be_added(editor: Client):
    for number in range(3):
        add(editor, Phrase, phrases=f"quokka marmalade {number}")
    assert Phrase.objects.filter(phrases__startswith="quokka marmalade").count() == 3


class TestRefusedInWords:
    def test_a_target_that_does_not_exist(self, editor: Client):
        said = html.unescape(add(editor, Phrase, targets="sleeep"))
        assert "There is no target “sleeep”. Did you mean “sleep”?" in said
        assert "under Directory, Needs" in said
        assert "There is no target “concept:quokka”" in html.unescape(
            add(editor, Phrase, targets="concept:quokka")
        )
        assert not Phrase.objects.filter(phrases__contains="quokka").exists()

    def test_a_need_that_does_not_exist(self, editor: Client):
        said = html.unescape(add(editor, EverydaySentence, needs="toiletting"))
        assert "There is no need “toiletting”" in said
        assert "write: none" in said

    def test_none_beside_a_need(self, editor: Client):
        assert "There is no need “none”" in html.unescape(add(editor, EverydaySentence, needs="sleep; none"))

    def test_a_sentence_that_is_there_already(self, editor: Client):
        known = EverydaySentence.objects.first()
        add(editor, EverydaySentence, text=known.text)
        assert EverydaySentence.objects.filter(text=known.text).count() == 1

    def test_a_phrase_without_a_word(self, editor: Client):
        assert "Write at least one phrase" in add(editor, Phrase, phrases="...; !")

    def test_a_misspelling_of_two_words_or_of_itself(self, editor: Client):
        assert "Write one word" in add(editor, Spelling, wrong="ocupasional theripist")
        assert "Both are the same word" in add(editor, Spelling, wrong="Sleep", right="sleep")

    def test_a_service_that_does_not_exist(self, editor: Client):
        said = html.unescape(add(editor, Concept, service_refs="99999"))
        assert "There is no service with the reference “99999”" in said

    def test_a_need_that_leads_to_itself_or_twice_to_another(self, keeper: Client):
        pair = RelatedNeed.objects.select_related("need").first()
        again = html.unescape(add(keeper, RelatedNeed, need=pair.need_id, related=pair.related_id))
        assert "already leads to" in again
        assert "Choose another need" in add(keeper, RelatedNeed, need=pair.need_id, related=pair.need_id)

    def test_a_saved_search_that_asks_or_wants_nothing(self, keeper: Client):
        assert "Write what a family would type" in add(keeper, SavedSearch, words="", near="")
        assert "Choose a service that it should find" in add(keeper, SavedSearch, wanted_pages="")

    def test_a_saved_search_with_a_slip(self, keeper: Client):
        assert "Did you mean “hub:sleep”" in html.unescape(add(keeper, SavedSearch, wanted_pages="hub:slep"))
        assert "Write the age as a number" in add(keeper, SavedSearch, age="seven hundred")
        assert "somebody&#x27;s home" in add(keeper, SavedSearch, near="AL1 3JE")
        assert "Write “sleep AL1 3” instead" in add(keeper, SavedSearch, words="sleep AL1 3JE")
        add(keeper, SavedSearch, near="Atlantis")
        assert not SavedSearch.objects.exists()


class TestTakenAsMeant:
    def test_the_label_of_a_need_becomes_its_slug(self, editor: Client):
        need = Need.objects.exclude(label__contains=";").first()
        add(editor, Phrase, phrases="quokka marmalade", targets=f"{need.label.upper()}; {need.slug}")
        assert Phrase.objects.get(phrases="quokka marmalade").targets == need.slug

    def test_every_sort_of_target_is_taken(self, editor: Client):
        concept = Concept.objects.first()
        add(
            editor,
            Phrase,
            phrases="quokka marmalade",
            targets=f"concept:{concept.slug}; filter:self-referral; kind:helpline",
        )
        assert Phrase.objects.filter(phrases="quokka marmalade").exists()

    def test_a_misspelling_is_kept_as_the_search_reads_it(self, editor: Client):
        add(editor, Spelling, wrong="Quokka’s", right="Sleep")
        assert Spelling.objects.filter(wrong="quokkas", right="Sleep").exists()


class TestWarned:
    def test_of_one_very_common_word(self, editor: Client):
        assert "is a very common word" in add(editor, Phrase, phrases="school")
        assert "is a very common word" in add(editor, Phrase, phrases="help; quokka marmalade")
        assert "is a very common word" in add(editor, UrgentPhrase, phrase="help")

    def test_of_a_misspelling_that_is_a_word(self, editor: Client):
        assert "is a word of its own" in add(editor, Spelling, wrong="table", right="toilet")

    def test_but_not_of_words_that_say_something(self, editor: Client):
        assert "very common" not in add(editor, Phrase, phrases="quokka marmalade; melatonin")

    def test_and_yet_it_is_saved(self, editor: Client):
        add(editor, Phrase, phrases="school")
        assert Phrase.objects.filter(phrases="school").exists()


def test_a_saved_search_takes_services_and_pages(keeper: Client):
    service = Service.objects.filter(live=True).first()
    add(keeper, SavedSearch, wanted_services=[service.pk], wanted_pages="hub:sleep; HUB:SLEEP")
    saved = SavedSearch.objects.get()
    assert list(saved.wanted_services.all()) == [service]
    assert saved.wanted_pages == "hub:sleep"
