"""The search form: reads what people type, says in plain words what it could not read, and never empties the page."""

import re
from typing import Any

from django import forms
from django.http import QueryDict

from local_offer.directory.choices import Audience, Cost, Delivery, Diagnosis, Referral
from local_offer.directory.coverage import DISTANCES
from search.query import BEST, FILTERS, NEAREST, ServiceQuery
from search.understanding.age import said_ages

OLDEST = 25
LONGEST_TEXT = 500
LONGEST_AGE = 100  # letters
MOST_AGES = 6
_FIXED = {
    "diagnosis": Diagnosis,
    "referral": Referral,
    "cost": Cost,
    "delivery": Delivery,
    "audience": Audience,
}
_SLUG = re.compile(r"^[a-z0-9-]{1,80}$")


class TypedField(forms.CharField):
    """What somebody typed. A NUL, which no keyboard types, does not lose the words beside it."""

    def to_python(self, value: Any) -> str:
        return str(super().to_python(str(value or "").replace("\x00", "")))


class SearchForm(forms.Form):
    """Three questions in words; everything else comes from links and tick boxes."""

    q = TypedField(label="What is going on?", required=False, strip=True)
    age = TypedField(label="How old?", required=False)
    near = TypedField(label="Where?", required=False)

    def clean_q(self) -> str:
        """Long texts are read as far as five hundred letters."""
        return str(self.cleaned_data["q"])[:LONGEST_TEXT].strip()

    def clean_age(self) -> tuple[int, ...]:
        """Whole years, of one child or several: "7", "4 and 9", "18 months"."""
        typed = (
            " ".join(self.data.getlist("age"))
            if isinstance(self.data, QueryDict)
            else self.cleaned_data["age"]
        )
        ages = years_in(typed[:LONGEST_AGE])
        if typed.strip() and not ages:
            raise forms.ValidationError("Write the age as a number, such as 7.")
        if any(age > OLDEST for age in ages):
            raise forms.ValidationError("This site is for ages 0 to 25. Write an age from 0 to 25.")
        return tuple(dict.fromkeys(ages))[:MOST_AGES]

    def clean_near(self) -> str:
        """A place as it was typed; whether there is such a place is for the search to say."""
        return str(self.cleaned_data["near"]).strip()[:80]

    def to_query(self) -> ServiceQuery:
        """The question. Fields that could not be read ask for nothing."""
        self.is_valid()
        cleaned = self.cleaned_data
        asked = ServiceQuery(
            text=cleaned.get("q", ""),
            age=cleaned.get("age", ()),
            near=cleaned.get("near", ""),
            area=tuple(code for code in self._all("in") if len(code) <= 100),
            within=self._within(),
            sort=NEAREST if self._one("sort") == NEAREST else BEST,
            dropped=tuple(sorted(key for key in self._all("not") if len(key) <= 100)),
        )
        return asked.having(**{name: self._filter(name) for name in FILTERS}).at_page(self._page())

    def _all(self, name: str) -> list[str]:
        data: Any = self.data
        values = data.getlist(name) if hasattr(data, "getlist") else data.get(name, [])
        return [str(value) for value in values][:20]

    def _one(self, name: str) -> str:
        return next(iter(self._all(name)), "")

    def _filter(self, name: str) -> tuple[str, ...]:
        """The values that mean something; an address with a word too many still answers."""
        known = _FIXED[name].values if name in _FIXED else None
        values = (value for value in self._all(name) if (value in known if known else _SLUG.match(value)))
        return tuple(dict.fromkeys(values))

    def _within(self) -> int | None:
        value = self._one("within")
        return int(value) if value in map(str, DISTANCES) else None

    def _page(self) -> int:
        value = self._one("page")
        return min(max(int(value), 1), 500) if value.isdecimal() and len(value) < 6 else 1


def years_in(typed: str) -> list[int]:
    """The years that somebody meant; a number that nothing is said about is a year.

    >>> years_in("7"), years_in("4 and 9"), years_in("18 months"), years_in("5-7")
    ([7], [4, 9], [1], [5, 6, 7])
    """
    text, spans = typed.lower(), []
    for age in said_ages(text):
        spans.append((age.start, age.years))
        text = text[: age.start] + " " * (age.end - age.start) + text[age.end :]
    spans += [(found.start(), (int(found[0]), int(found[0]))) for found in re.finditer(r"\d{1,3}", text)]
    return [year for _, (low, high) in sorted(spans) for year in range(low, high + 1)]
