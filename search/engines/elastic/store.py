"""The index in Elasticsearch as its keeper writes it: two aliases to one index, others built aside."""

import uuid
from collections.abc import Iterator
from dataclasses import asdict
from functools import cached_property
from typing import Any

from elasticsearch import (
    ApiError,
    AuthenticationException,
    AuthorizationException,
    Elasticsearch,
    NotFoundError,
    TransportError,
    UnsupportedProductError,
)
from elasticsearch import SSLError as TlsError
from elasticsearch.helpers import streaming_bulk

from search.changes import PAGE, SERVICE, Standing
from search.engines.elastic import mapping
from search.engines.elastic.documents import document_id, gone_document, page_document, service_document
from search.keeping import Batch, Index
from search.standings import Refused, Size

# Answers by which Elasticsearch says that a document itself is wrong; everything else may be better later.
_REFUSED = 400
_NEWER_IS_THERE = 409
CHUNK = 500
CHUNK_BYTES = 8 * 1024 * 1024
PUBLIC = {"terms": {"what": [mapping.SERVICE, mapping.PAGE]}}


class NotTaken(Exception):
    """Elasticsearch would not take documents now, though nothing is wrong with them; it is tried again."""


class AnotherKeeper(Exception):
    """Somebody else has written since: they keep the index, not we."""


class ElasticIndex:
    """One index, by its own name: aliases may move meanwhile."""

    def __init__(self, client: Elasticsearch, name: str, standing: Standing) -> None:
        self.client = client
        self.name = name
        self.standing = standing

    def write(self, batch: Batch) -> list[Refused]:
        """Documents first; once all are acknowledged and to be found, how far the index has come."""
        refused: list[Refused] = []
        for taken, told in streaming_bulk(
            self.client,
            self._actions(batch, refused),
            chunk_size=CHUNK,
            max_chunk_bytes=CHUNK_BYTES,
            raise_on_error=False,
        ):
            [(_, answer)] = told.items()
            if not taken and answer["status"] != _NEWER_IS_THERE:
                if answer["status"] != _REFUSED:
                    raise NotTaken(f"{answer['status']}: {_reason(answer)}")
                kind, _, pk = answer["_id"].rpartition("-")
                refused.append(Refused(kind, int(pk), _reason(answer)))
        if refused:
            self._take_out(refused, batch.version)
        self.client.indices.refresh(index=self.name)
        self._write_state(batch)
        self.standing = batch.standing
        return refused

    def _actions(self, batch: Batch, refused: list[Refused]) -> Iterator[dict[str, Any]]:
        gone = {document_id(SERVICE, pk): pk for pk in batch.touched.services}
        gone |= {document_id(PAGE, pk): pk for pk in batch.touched.pages}
        for service in batch.services:
            name = document_id(SERVICE, service.id)
            gone.pop(name, None)
            yield self._action(name, service_document(service), batch.version)
        for pk, page in batch.pages:
            name = document_id(PAGE, pk)
            gone.pop(name, None)
            yield self._action(name, page_document(pk, page), batch.version)
        for name, pk in gone.items():
            yield self._action(name, gone_document(pk), batch.version)

    def _take_out(self, refused: list[Refused], version: int) -> None:
        """What is refused is not left there as it was before: nobody can say whether that still holds."""
        for one in refused:
            self.client.options(ignore_status=_NEWER_IS_THERE).index(
                index=self.name,
                id=document_id(one.kind, one.object_id),
                document=gone_document(one.object_id),
                version=version,
                version_type="external_gte",
            )

    def _action(self, name: str, document: dict[str, Any], version: int) -> dict[str, Any]:
        return {
            "_index": self.name,
            "_id": name,
            "version": version,
            "version_type": "external",
            "_source": document,
        }

    def _write_state(self, batch: Batch) -> None:
        counted = self.client.search(
            index=self.name,
            size=0,
            track_total_hits=True,
            query={"term": {"what": mapping.SERVICE}},
            aggs={"needs": {"terms": {"field": "needs", "size": 10_000}}},
        )
        state = {
            "standing": asdict(batch.standing),
            "towns": batch.lists.towns,
            "labels": batch.lists.labels,
            "needs": {one["key"]: one["doc_count"] for one in counted["aggregations"]["needs"]["buckets"]},
            "services": counted["hits"]["total"]["value"],
        }
        told = self.client.options(ignore_status=_NEWER_IS_THERE).index(
            index=self.name,
            id=mapping.STATE_ID,
            document={"what": mapping.STATE, "version": batch.version, "state": state},
            version=batch.version,
            version_type="external_gte",
            refresh=True,
        )
        if told.get("status") == _NEWER_IS_THERE:
            raise AnotherKeeper("Another process keeps the index in Elasticsearch.")

    def size(self) -> Size:
        """Services and pages, and the bytes of all copies."""
        count = self.client.count(index=self.name, query=PUBLIC)["count"]
        stats = self.client.indices.stats(index=self.name, metric="store")
        return Size(int(count), int(stats["_all"]["total"]["store"]["size_in_bytes"]))


class ElasticStore:
    """The indexes of one site in one Elasticsearch."""

    def __init__(self, client: Elasticsearch, prefix: str) -> None:
        self.client = client
        self.prefix = prefix
        self.name = f"elasticsearch:{prefix}"

    @property
    def read_alias(self) -> str:
        """What searches ask."""
        return f"{self.prefix}-read"

    @property
    def write_alias(self) -> str:
        """What the keeper follows."""
        return f"{self.prefix}-write"

    def current(self) -> ElasticIndex | None:
        """The index in use; None if there is none, or one of another format. Trouble is raised, not taken for that."""
        name = self._in_use()
        if name is None:
            return None
        try:
            about = self.client.indices.get_mapping(index=name)[name]["mappings"].get("_meta", {})
            held = self.client.get(index=name, id=mapping.STATE_ID)["_source"]["state"]
        except NotFoundError:
            return None
        if about.get("format") != mapping.FORMAT:
            return None
        return ElasticIndex(self.client, name, Standing(**held["standing"]))

    def _in_use(self) -> str | None:
        try:
            found = list(self.client.indices.get_alias(name=self.write_alias))
        except NotFoundError:
            return None
        return found[0] if len(found) == 1 else None

    def is_in_place(self, index: Index) -> bool:
        """Whether the alias still leads to it."""
        return isinstance(index, ElasticIndex) and self._in_use() == index.name

    def new(self) -> ElasticIndex:
        """An empty index that no alias leads to."""
        name = f"{self.prefix}-v{mapping.FORMAT}-{uuid.uuid4().hex[:12]}"
        self.client.indices.create(index=name, settings=mapping.SETTINGS, mappings=mapping.MAPPING)
        return ElasticIndex(self.client, name, Standing())

    def use(self, index: Index) -> None:
        """Lead both aliases to it in one step; the index before stays, for going back, and older ones go."""
        assert isinstance(index, ElasticIndex)
        before = self._in_use()
        self._lead_to(index.name)
        keep = {index.name, before}
        for old in self.client.indices.get(index=f"{self.prefix}-v*", features="settings"):
            if old not in keep:
                self.client.indices.delete(index=old, ignore_unavailable=True)

    def go_back(self) -> bool:
        """Lead both aliases to the other index that is kept."""
        now = self._in_use()
        others = set(
            self.client.indices.get(index=f"{self.prefix}-v{mapping.FORMAT}-*", features="settings")
        ) - {now}
        if len(others) != 1:
            return False
        self._lead_to(others.pop())
        return True

    def trouble(self) -> str:
        """What is wrong with the server or with our rights there, in words; empty if nothing is."""
        try:
            number = str(self.client.info()["version"]["number"])
            self.client.indices.exists(index=self.read_alias)
        except (AuthenticationException, AuthorizationException):
            return "Elasticsearch does not let us in: look at the user and password, or the API key, in SEARCH_URL."
        except TlsError:
            return "Elasticsearch's certificate is not trusted: name its authority's file with ?ca= in SEARCH_URL."
        except UnsupportedProductError:
            return "What answers at SEARCH_URL is no Elasticsearch."
        except (ApiError, TransportError) as error:
            return (
                f"Elasticsearch does not answer at SEARCH_URL ({type(error).__name__}): is it running there?"
            )
        if not number.startswith("8."):
            return f"Elasticsearch {number} answers at SEARCH_URL: this site is made for 8."
        return ""

    def take_away(self) -> None:
        """Delete every index of this site: for a site that moves elsewhere."""
        for name in self.client.indices.get(index=f"{self.prefix}-v*", features="settings"):
            self.client.indices.delete(index=name, ignore_unavailable=True)

    def _lead_to(self, name: str) -> None:
        aliases = (self.read_alias, self.write_alias)
        actions: list[dict[str, Any]] = [
            {"remove": {"index": f"{self.prefix}-v*", "alias": alias, "must_exist": False}}
            for alias in aliases
        ]
        actions += [{"add": {"index": name, "alias": alias}} for alias in aliases]
        self.client.indices.update_aliases(actions=actions)

    @cached_property
    def engine(self) -> str:
        """With the server's own version."""
        return f"Elasticsearch {self.client.info()['version']['number']}"


def _reason(answer: dict[str, Any]) -> str:
    error = answer.get("error") or {}
    cause = error.get("caused_by") or {}
    return ": ".join(str(part) for part in (error.get("reason"), cause.get("reason")) if part) or str(error)
