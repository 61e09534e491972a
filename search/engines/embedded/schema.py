"""How facts lie in the embedded index: words in one field, everything else in columns of whole numbers.

Each list of a service's facts (its needs, its areas) is one or more words of bits. Which bit stands for which slug is
kept in the index itself, in the same commit, and only grows: so an index can be read without the database.
"""

import tantivy

from search.text import ANALYSER, analyser

# Raise it when anything below changes: an index of another format is rebuilt aside.
FORMAT = 2
BITS = 62
# Words of bits for each list; 62 slugs fit in one.
LISTS = {"needs": 4, "wide": 4, "refused": 4, "areas": 6, "kind": 2, "outcome": 1, "options": 1}
VENUES = 6
LIST_COLUMNS = tuple(f"{name}_{number}" for name, size in LISTS.items() for number in range(size))
VENUE_COLUMNS = tuple(f"venue_{number}" for number in range(VENUES))
COLUMNS = ("key", "written", "ages", "updated", "sizes", *LIST_COLUMNS, *VENUE_COLUMNS)
COLUMN = {name: number for number, name in enumerate(COLUMNS)}
# The special document that says how far the log has been applied, and which bit is which slug.
STATE_KEY = -1
NO_VENUE = -1


def build_schema() -> tantivy.Schema:
    """One text field to search, one to show from, and the columns."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("text", stored=False, tokenizer_name=ANALYSER, index_option="freq")
    builder.add_bytes_field("shown", stored=True, indexed=False)
    for name in COLUMNS:
        builder.add_integer_field(name, stored=False, indexed=name == "key", fast=True)
    return builder.build()


def register(index: tantivy.Index) -> tantivy.Index:
    """Every process that reads or writes must know the same analyser."""
    index.register_tokenizer(ANALYSER, analyser())
    return index


def service_key(pk: int) -> int:
    """Services have even keys."""
    return pk * 2


def page_key(pk: int) -> int:
    """Pages have odd keys."""
    return pk * 2 + 1
