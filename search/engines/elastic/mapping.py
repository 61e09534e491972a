"""How facts lie in Elasticsearch: the same as in the embedded index, with as little as possible left to the server.

Words come as the terms that `search/text.py` makes of them (Lucene's own stems are of an older kind), with spaces
between; what filters is a list of keywords, and `choices` all of them once more in one list, so that one walk counts
them; what the order needs of a service is packed into one whole number, so that the script reads one column for each.
"""

from typing import Any

# Raise it when anything below, `documents.py` or `script.py` changes: an index of another format is rebuilt aside.
FORMAT = 2
SERVICE, PAGE, STATE, GONE = "service", "page", "state", "gone"
STATE_ID = "state"
# By what a service says whom it serves: areas, of which one is the whole county, or none is; its venue; nothing.
EVERYWHERE, SOMEWHERE, BY_VENUE, NOT_SAID = "everywhere", "somewhere", "venue", "not said"

# An index that is followed is searched as soon as its keeper says so; nothing needs to be found sooner.
SETTINGS: dict[str, Any] = {
    "number_of_shards": 1,
    "auto_expand_replicas": "0-1",
    "refresh_interval": "-1",
    "max_result_window": 250_000,
}
_KEYWORD = {"type": "keyword"}
_NUMBER_TO_READ = {"type": "long", "index": False}
MAPPING: dict[str, Any] = {
    "dynamic": "strict",
    "_meta": {"format": FORMAT},
    "properties": {
        "what": _KEYWORD,
        "pk": {"type": "long"},
        "text": {"type": "text", "analyzer": "whitespace", "index_options": "freqs"},
        "needs": _KEYWORD,
        "wide": _KEYWORD,
        "topics": _KEYWORD,
        "refused": _KEYWORD,
        "areas": _KEYWORD,
        "kind": _KEYWORD,
        "outcome": _KEYWORD,
        "options": _KEYWORD,
        "choices": {"type": "keyword", "index": False},
        "reach": _KEYWORD,
        "ages": {"type": "integer_range"},
        "points": {"type": "geo_point"},
        "venues": _NUMBER_TO_READ,
        "packed": _NUMBER_TO_READ,
        "about": {"type": "short", "index": False},
        "shown": {"type": "keyword", "index": False, "doc_values": False, "store": True},
        "state": {"type": "object", "enabled": False},
        "page": _KEYWORD,
        "version": {"type": "long"},
    },
}
