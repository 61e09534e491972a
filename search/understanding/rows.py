"""The rows that a vocabulary is made from, as editors keep them: plain facts, whatever store they come from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NeedRow:
    """A need; `parent` is empty for a whole topic."""

    slug: str
    label: str
    parent: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True)
class PhraseRow:
    """Words that families say, and what they should find: need slugs, "concept:...", "kind:..." or "filter:...".

    `same`: the phrases mean the target exactly ("ASD" is autism), and do not only point to it.
    """

    targets: tuple[str, ...]
    phrases: tuple[str, ...]
    same: bool = False


@dataclass(frozen=True, slots=True)
class ConceptRow:
    """Something that is no need but has a name, and the services that answer it."""

    slug: str
    label: str
    refs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KindRow:
    slug: str
    label: str


@dataclass(frozen=True, slots=True)
class EverydayRow:
    """A sentence as somebody would say it, and the needs behind it, the main one first; no needs: about none."""

    needs: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class UrgentRow:
    """Words that call for help at once; or, with `urgent` false, words that only sound as if they did."""

    words: str
    urgent: bool = True


@dataclass(frozen=True, slots=True)
class SpellingRow:
    """A spelling seen, and what is meant."""

    typed: str
    meant: str


@dataclass(frozen=True, slots=True)
class ServiceNameRow:
    """A service and who provides it, to be found by name."""

    ref: str
    name: str
    provider: str = ""


@dataclass(frozen=True, slots=True)
class Rows:
    """Everything a vocabulary is made from."""

    needs: tuple[NeedRow, ...] = ()
    phrases: tuple[PhraseRow, ...] = ()
    concepts: tuple[ConceptRow, ...] = ()
    kinds: tuple[KindRow, ...] = ()
    everyday: tuple[EverydayRow, ...] = ()
    urgent: tuple[UrgentRow, ...] = ()
    spellings: tuple[SpellingRow, ...] = ()
    names: tuple[ServiceNameRow, ...] = ()
