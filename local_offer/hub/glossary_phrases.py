"""Words of the glossary and words that families search with, where they are the same word.

A word that is explained leads to the search that it would have asked for. The other way round, whoever searches for
a word of the glossary is shown the list from A to Z, which tells the search all its words (`HelpPage.body_text`).
"""

from local_offer.taxonomy.models import Need, Phrase


def needs_of_words() -> dict[str, str]:
    """What families type, in small letters, and the need that it stands for; only where it is one need."""
    known = {need.label.lower(): need.slug for need in Need.objects.all()}
    slugs = frozenset(known.values())
    for targets, phrases in Phrase.objects.values_list("targets", "phrases"):
        if targets.strip() in slugs:
            known |= {phrase.strip().lower(): targets.strip() for phrase in phrases.split(";")}
    return known
