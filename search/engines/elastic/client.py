"""The connection to Elasticsearch, as SEARCH_URL says."""

from typing import Any

from elasticsearch import Elasticsearch

from search.engines.address import ElasticAddress


def connect(address: ElasticAddress, seconds: float) -> Elasticsearch:
    """A client that asks once and waits so long; whoever uses it decides what to do about trouble."""
    options: dict[str, Any] = {}
    if address.user:
        options["basic_auth"] = (address.user, address.password)
    if address.api_key:
        options["api_key"] = address.api_key
    if address.ca:
        options["ca_certs"] = str(address.ca)
    return Elasticsearch(
        address.host,
        request_timeout=seconds,
        max_retries=0,
        retry_on_timeout=False,
        connections_per_node=16,
        **options,
    )
