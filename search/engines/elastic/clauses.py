"""The clauses of which questions to Elasticsearch are made."""

from typing import Any

from elasticsearch.dsl.query import Bool, ConstantScore, Match, Query, ScriptScore, Term

from search.engines.elastic import script
from search.query import ServiceQuery
from search.ranking import Weights
from search.text import terms_of

# Pinned ones stand before everything else, whatever it adds up to, and in their order.
FIRST, STEP = 1000.0, 20.0


def term(field: str, value: str | int) -> Query:
    """Has this among the values of a field."""
    named: dict[str, Any] = {field: value}
    return Term(**named)


def either(*clauses: Query) -> Query:
    """Any of these is enough."""
    return Bool(should=list(clauses), minimum_should_match=1)


def words(query: ServiceQuery, weight: float, weights: Weights) -> Query:
    """Any of the words; each counts once."""
    return scripted(
        Match(text=" ".join(terms_of(query.assumed.words))), script.saturated(weight, weights.text_half)
    )


def all_of_several_words(query: ServiceQuery, score: float) -> list[Query]:
    """Every one of the words, where there are several."""
    told = terms_of(query.assumed.words)
    every = {"query": " ".join(told), "operator": "and"}
    return [worth(Match(text=every), score)] if len(told) > 1 else []


def worth(query: Query, score: float) -> Query:
    """The same score for all that fits, and none below nothing: the server refuses those."""
    return ConstantScore(filter=query, boost=max(score, 0.0))


def scripted(query: Query, source: str) -> Query:
    """Another score, worked out from the one before."""
    return ScriptScore(query=query, script={"source": source})
