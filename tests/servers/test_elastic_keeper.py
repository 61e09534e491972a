"""The keeper of the index in Elasticsearch keeps the same contract as that of the embedded index."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pytest
from elasticsearch import Elasticsearch

from local_offer.directory.models import Service, Venue
from search import changes
from search.document import service_facts, services_to_index
from search.engines.elastic import mapping
from search.engines.elastic.documents import page_document, service_document
from search.engines.elastic.engine import ElasticEngine
from search.engines.elastic.store import PUBLIC, AnotherKeeper, ElasticStore
from search.engines.embedded.schema import page_key, service_key
from search.keeping import Keeper
from search.models import RefusedEntry
from search.published_pages import pages_to_index
from tests.search.engines.keeping_contract import WORD, KeeperContract, publish
from tests.search.engines.kept import Kept
from tests.servers.elastic import a_store


def held_in(client: Elasticsearch, alias: str) -> dict[int, dict[str, Any]]:
    """Every public document of an index, by key."""
    client.indices.refresh(index=alias)
    found = client.search(index=alias, query=PUBLIC, size=1000)["hits"]["hits"]
    return {key_of(one["_source"]): one["_source"] for one in found}


def wanted_by_database() -> dict[int, dict[str, Any]]:
    """The same as the database has it."""
    services = [service_document(service_facts(one)) for one in services_to_index()]
    pages = [page_document(pk, facts) for pk, facts in pages_to_index()]
    return {key_of(one): one for one in [*services, *pages]}


def key_of(document: Mapping[str, Any]) -> int:
    make = service_key if document["what"] == mapping.SERVICE else page_key
    return make(document["pk"])


class ElasticKept(Kept):
    """With an index in a real server."""

    def __init__(self, store: ElasticStore) -> None:
        self.store = store
        self.keeper = Keeper(store)
        self.engine = ElasticEngine(store.client, store.read_alias)

    def held(self) -> dict[int, dict[str, Any]]:
        return {key: _readable(one) for key, one in held_in(self.store.client, self.store.read_alias).items()}

    def wanted(self) -> dict[int, dict[str, Any]]:
        return {key: _readable(one) for key, one in wanted_by_database().items()}

    def in_use(self) -> object:
        return set(self.store.client.indices.get_alias(name=self.store.read_alias))

    def labels(self) -> Mapping[str, Sequence[Sequence[str]]]:
        state = self.store.client.get(index=self.store.read_alias, id=mapping.STATE_ID)["_source"]["state"]
        labels: Mapping[str, Sequence[Sequence[str]]] = state["labels"]
        return labels


def _readable(document: dict[str, Any]) -> dict[str, Any]:
    return {**document, "shown": json.loads(document["shown"])}


@pytest.fixture
def kept(site: None) -> Iterator[ElasticKept]:
    """The index of the starting data, in Elasticsearch."""
    with a_store() as store:
        kept = ElasticKept(store)
        kept.keeper.rebuild()
        yield kept


class TestElasticKeeper(KeeperContract):
    """With an index in a real server."""

    def test_an_index_that_somebody_deleted_is_built_anew(self, kept: ElasticKept) -> None:
        [name] = kept.store.client.indices.get_alias(name=kept.store.write_alias)
        kept.store.client.indices.delete(index=name)
        kept.keeper.keep_up()
        assert kept.is_true()

    def test_a_slow_writer_cannot_put_back_what_was_deleted_or_changed(self, kept: ElasticKept) -> None:
        gone, changed = Service.objects.filter(live=True).order_by("pk")[:2]
        slow = kept.another_keeper()
        slow.keep_up()
        slow_index = slow._index
        assert slow_index
        batches: list[Any] = []
        slow_index.write = lambda batch: batches.append(batch) or []  # type: ignore[method-assign]
        for one in (gone, changed):
            changes.note_change(changes.SERVICE, one.pk)
        slow.keep_up()  # has read, and is about to write
        [batch] = batches
        services = list(services_to_index(batch.touched.services))
        facts = [service_facts(one) for one in services]
        gone.unpublish()
        changed.name = WORD
        publish(changed)
        kept.keeper.keep_up()
        late = type(batch)(facts, [], batch.touched, batch.standing, batch.lists, batch.version)
        with pytest.raises(AnotherKeeper):
            type(slow_index).write(slow_index, late)
        assert kept.finds(WORD) == [WORD]
        assert kept.is_true()

    def test_a_document_that_elasticsearch_refuses_is_named_and_the_others_go_on(
        self, kept: ElasticKept
    ) -> None:
        bad = Service.objects.filter(live=True, venues__lat__isnull=False).order_by("pk")[0]
        good = Service.objects.filter(live=True).exclude(pk=bad.pk)[0]
        lonely = Venue.objects.create(name="A hall on no globe", lat=51.0, lon=0.0)
        Venue.objects.filter(pk=lonely.pk).update(lat=123.0)
        Service.venues.through.objects.create(service=bad, venue=lonely)
        good.name = WORD
        publish(good)
        changes.note_change(changes.SERVICE, bad.pk)
        kept.keeper.keep_up()
        assert kept.finds(WORD) == [WORD]
        assert service_key(bad.pk) not in kept.held()
        refused = RefusedEntry.objects.get(index=kept.store.name)
        assert refused.object_id == bad.pk
        assert "points" in refused.reason
        kept.keeper.rebuild()
        assert RefusedEntry.objects.get(index=kept.store.name).object_id == bad.pk
        assert kept.finds(WORD) == [WORD]

    def test_one_index_is_kept_for_going_back_and_older_ones_go(self, kept: ElasticKept) -> None:
        for _ in range(3):
            kept.keeper.rebuild()
        assert len(kept.store.client.indices.get(index=f"{kept.store.prefix}-v*")) == 2
