"""Forms for the words of the search: they refuse what would find nothing, and say what to write instead."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.crypto import get_random_string
from wagtail.admin.forms import WagtailAdminModelForm

from local_offer.directory.models import Service
from local_offer.places.errors import PlaceError
from local_offer.places.locate import locate
from local_offer.taxonomy.models import RelatedNeed
from search.forms import SearchForm
from search.privacy import sector_for_postcode
from search.understanding.words import read_words
from search.word_lists import in_words, needs_by_name, page_keys, parts, targets_by_name, unknown_among

NO_NEED = "none"
NEEDS_LIST = "Needs and their slugs are under Directory, Needs."
TARGETS_LIST = (
    "Write the slug of a need (under Directory, Needs), concept: with the slug of something asked for by name "
    "(in this menu), kind: with a kind of service, or filter:diagnosis-not-needed, filter:while-you-wait or "
    "filter:self-referral."
)


def said_phrases(text: str) -> str:
    """Phrases with a word in them; ValidationError if there is none."""
    phrases = [phrase for phrase in parts(text) if read_words(phrase).words]
    if not phrases:
        raise ValidationError("Write at least one phrase, as families say it: won't sleep; up all night")
    return "; ".join(phrases)


def known_pages(text: str) -> str:
    """Keys of published pages; ValidationError names those that are none."""
    keys = parts(text)
    if unknown := unknown_among(keys, page_keys()):
        where = "Write keys such as hub:sleep or guide:ehcp."
        raise ValidationError(in_words(unknown, "page with the key", where))
    return "; ".join(dict.fromkeys(key.lower() for key in keys))


class PhraseForm(WagtailAdminModelForm):
    """What families say, and what it finds."""

    def clean_targets(self) -> str:
        """Known things alone; a need's label will do, and becomes its slug."""
        known = targets_by_name()
        targets = parts(self.cleaned_data["targets"])
        if unknown := unknown_among(targets, known):
            raise ValidationError(in_words(unknown, "target", TARGETS_LIST))
        return "; ".join(dict.fromkeys(known[target.lower()] for target in targets))

    def clean_phrases(self) -> str:
        """Every phrase has a word in it."""
        return said_phrases(self.cleaned_data["phrases"])

    def save(self, commit: bool = True) -> Any:
        """A new phrase gets a number that no file gives."""
        if not self.instance.number:
            self.instance.number = f"own-{get_random_string(12)}"
        return super().save(commit)


class EverydaySentenceForm(WagtailAdminModelForm):
    """A sentence as a family writes it."""

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"].strip()
        if not read_words(text).words:
            raise ValidationError("Write a sentence as a family would: she cries before school every day")
        return text

    def clean_needs(self) -> str:
        """Known needs, or "none" by itself."""
        known = needs_by_name()
        needs = parts(self.cleaned_data["needs"])
        if [need.lower() for need in needs] == [NO_NEED]:
            return NO_NEED
        if unknown := unknown_among(needs, known):
            raise ValidationError(
                in_words(unknown, "need", f"{NEEDS_LIST} For a sentence about no need write: none")
            )
        return "; ".join(dict.fromkeys(known[need.lower()] for need in needs))


class SpellingForm(WagtailAdminModelForm):
    """A misspelling, and what is meant."""

    def clean_wrong(self) -> str:
        """One word, as the search reads it: small letters, no apostrophe."""
        words = read_words(self.cleaned_data["wrong"]).words
        if len(words) != 1:
            raise ValidationError(
                "Write one word, as it is misspelt. For several words add a phrase instead."
            )
        return words[0].form

    def clean_right(self) -> str:
        words = read_words(self.cleaned_data["right"]).words
        if not words:
            raise ValidationError("Write the word that is meant.")
        right: str = self.cleaned_data["right"].strip()
        if [word.form for word in words] == [self.cleaned_data.get("wrong")]:
            raise ValidationError("Both are the same word. Write how the word should be spelt.")
        return right


class UrgentPhraseForm(WagtailAdminModelForm):
    """Words of danger, or such as only sound like it."""

    def clean_phrase(self) -> str:
        phrase: str = self.cleaned_data["phrase"].strip()
        if not read_words(phrase).words:
            raise ValidationError("Write the words as somebody would type them: wish I was not here")
        return phrase


class ConceptForm(WagtailAdminModelForm):
    """Something asked for by name."""

    def clean_service_refs(self) -> str:
        """References of services that exist."""
        refs = parts(self.cleaned_data["service_refs"])
        known = set(Service.objects.filter(ref__in=refs).values_list("ref", flat=True))
        unknown = {ref: "" for ref in refs if ref not in known}
        if unknown:
            raise ValidationError(
                in_words(
                    unknown, "service with the reference", "References are in the list that Services exports."
                )
            )
        return "; ".join(dict.fromkeys(refs))


class RelatedNeedForm(WagtailAdminModelForm):
    """A need that leads to another."""

    def clean(self) -> dict[str, Any]:
        """Two different needs, and each pair once."""
        cleaned: dict[str, Any] = super().clean()
        need, related = cleaned.get("need"), cleaned.get("related")
        if not (need and related):
            return cleaned
        if need == related:
            raise ValidationError(
                {"related": "Choose another need: every need finds its own services first anyway."}
            )
        same = RelatedNeed.objects.filter(need=need, related=related).exclude(pk=self.instance.pk)
        if same.exists():
            raise ValidationError(
                {"related": f"“{need}” already leads to “{related}”. Change that entry instead."}
            )
        return cleaned


class PinnedAnswerForm(WagtailAdminModelForm):
    """Words, and what comes first for them."""

    def clean_phrases(self) -> str:
        return said_phrases(self.cleaned_data["phrases"])

    def clean_pages(self) -> str:
        return known_pages(self.cleaned_data["pages"])

    def clean_until(self) -> date | None:
        """A day still to come; one that has passed stays as it is."""
        until: date | None = self.cleaned_data["until"]
        if until and until < timezone.localdate() and "until" in self.changed_data:
            raise ValidationError("That day has passed. Write a later one, or leave it empty.")
        return until

    def clean(self) -> dict[str, Any]:
        """Something to show, and no service twice."""
        cleaned: dict[str, Any] = super().clean()
        chosen = self._services()
        if not chosen and not cleaned.get("pages") and "pages" not in self.errors:
            raise ValidationError({"phrases": "Choose a service or write a page to show first, below."})
        if len(chosen) != len(set(chosen)):
            raise ValidationError({"phrases": "The same service stands below twice. Take one away."})
        return cleaned

    def _services(self) -> list[Any]:
        """The services chosen below, those about to be deleted left out."""
        forms = self.formsets["services"].forms
        filled = [form.cleaned_data for form in forms if form.is_valid() and form.cleaned_data]
        return [one["service"] for one in filled if one.get("service") and not one.get("DELETE")]


class SavedSearchForm(WagtailAdminModelForm):
    """A search with what it should find."""

    def clean_words(self) -> str:
        return self._without_whole_postcode("words")

    def clean_near(self) -> str:
        """A place that the search finds."""
        near = self._without_whole_postcode("near")
        if near:
            try:
                locate(near)
            except PlaceError as error:
                raise ValidationError(error.message) from None
        return near

    def clean_age(self) -> str:
        age: str = self.cleaned_data["age"].strip()
        form = SearchForm({"age": age})
        if not form.is_valid():
            raise ValidationError(list(form.errors["age"]))
        return age

    def clean_wanted_pages(self) -> str:
        """Keys of published pages."""
        return known_pages(self.cleaned_data["wanted_pages"])

    def clean(self) -> dict[str, Any]:
        """Something asked, and something wanted."""
        cleaned: dict[str, Any] = super().clean()
        if (
            not any(cleaned.get(name) for name in ("words", "near"))
            and not {"words", "near"} & self.errors.keys()
        ):
            raise ValidationError({"words": "Write what a family would type here, or a place below."})
        asked_for = (cleaned.get("wanted_services"), cleaned.get("wanted_pages"))
        if not any(asked_for) and "wanted_pages" not in self.errors:
            raise ValidationError(
                {"wanted_services": "Choose a service that it should find, or write a page."}
            )
        return cleaned

    def _without_whole_postcode(self, name: str) -> str:
        typed: str = self.cleaned_data[name].strip()
        if sector_for_postcode(typed) != typed:
            raise ValidationError(
                f"A whole postcode is somebody's home. Write “{sector_for_postcode(typed)}” instead."
            )
        return typed
