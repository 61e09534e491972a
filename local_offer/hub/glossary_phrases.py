"""Words of the glossary and words that families search with, where they are the same word.

One way: the search can know every word of the glossary, so that it never takes one for a slip of the pen. The other
way: a word that is explained leads to the search that it would have asked for.
"""

from local_offer.hub.glossary import GlossaryTerm
from local_offer.taxonomy.models import Need, Phrase


def glossary_pairs() -> list[tuple[str, str]]:
    """Each short form with what it stands for, such as ("SENCO", "Special educational needs coordinator")."""
    terms = GlossaryTerm.objects.exclude(short_form="")
    return [(short, term.term) for term in terms for short in term.short_forms]


def glossary_words() -> list[str]:
    """Every term and every short form as it is written, for a list of words that are spelt right."""
    return [word for term in GlossaryTerm.objects.all() for word in (term.term, *term.short_forms)]


def needs_of_words() -> dict[str, str]:
    """What families type, in small letters, and the need that it stands for; only where it is one need."""
    known = {need.label.lower(): need.slug for need in Need.objects.all()}
    slugs = frozenset(known.values())
    for targets, phrases in Phrase.objects.values_list("targets", "phrases"):
        if targets.strip() in slugs:
            known |= {phrase.strip().lower(): targets.strip() for phrase in phrases.split(";")}
    return known
