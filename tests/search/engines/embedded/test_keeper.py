"""The keeper of the embedded index keeps the contract, and knows damage to its files."""

from typing import Any

import pytest

from local_offer.directory.models import Service
from local_offer.taxonomy.models import Need
from search import changes
from search.engines.base import IndexNotReady
from search.engines.embedded.schema import BITS, FORMAT, LISTS
from search.engines.embedded.storage import Reader
from search.engines.embedded.store import EmbeddedStore
from search.keeping import Keeper
from tests.conftest import index_folder
from tests.search.conftest import EmbeddedKept
from tests.search.engines.embedded.test_storage import cut_short, named, point_at, take_away
from tests.search.engines.keeping_contract import WORD, KeeperContract, a_published_service, publish


class TestEmbeddedKeeper(KeeperContract):
    """With an index in a folder: the fixture of `tests/search`."""


def test_nothing_to_do_writes_nothing(kept: EmbeddedKept) -> None:
    kept.keeper.keep_up()
    stamp = (kept.folder.current() / "meta.json").stat().st_mtime_ns
    assert kept.keeper.keep_up() == 0
    assert (kept.folder.current() / "meta.json").stat().st_mtime_ns == stamp


@pytest.mark.parametrize(
    ("damage", "what"),
    [
        (cut_short, "meta.json"),
        (take_away, "*.store"),
        (take_away, "meta.json"),
        (point_at, "\xff nowhere \x00"),
    ],
    ids=named,
)
def test_a_damaged_index_is_built_anew_aside_while_the_last_one_read_goes_on(
    kept: EmbeddedKept, damage: Any, what: str
) -> None:
    reader = Reader(kept.folder)
    held = len(reader.columns())
    damage(kept.folder.current(), what)
    assert len(reader.columns()) == held
    kept.another_keeper().keep_up()
    assert len(reader.columns()) == held
    assert kept.is_true()


def test_a_keeper_that_looks_its_index_over_finds_damage_without_any_change(kept: EmbeddedKept) -> None:
    kept.keeper.keep_up()
    assert kept.keeper.store.is_in_place(kept.index)
    take_away(kept.folder.current(), "*.store")
    kept.keeper.look_over()
    kept.keeper.keep_up()
    assert kept.is_true()


def test_an_index_that_is_taken_away_is_missed_at_once(kept: EmbeddedKept) -> None:
    kept.keeper.keep_up()
    kept.folder.pointer.unlink()
    assert not kept.keeper.store.is_in_place(kept.index)
    kept.keeper.keep_up()
    assert kept.is_true()


def test_an_index_of_an_older_format_is_not_read_but_built_anew(kept: EmbeddedKept) -> None:
    now = kept.folder.current()
    old = now.with_name(now.name.replace(f"v{FORMAT}-", f"v{FORMAT - 1}-"))
    now.rename(old)
    kept.folder.pointer.write_text(old.name)
    with pytest.raises(IndexNotReady):
        kept.columns()
    kept.keeper.keep_up()
    assert kept.is_true()


def test_bits_used_up_by_slugs_that_are_gone_are_free_again_after_building_anew(kept: EmbeddedKept) -> None:
    kept.keeper.keep_up()
    room = LISTS["needs"] * BITS - len(kept.index.bits.known("needs"))
    kept.index.bits.write("needs", [f"gone-{number}" for number in range(room)])
    service, need = a_published_service(), Need.objects.create(slug=WORD, label=WORD)
    service.needs.add(need)
    publish(service)
    kept.keeper.keep_up()
    assert service.name in kept.finds(need=(WORD,))
    assert kept.is_true()


@pytest.mark.usefixtures("site")
def test_a_change_that_touches_more_services_than_one_question_may_name_is_applied() -> None:
    touched = changes.Touched(1, services=set(range(1, 70_000)))
    made = list(Keeper(EmbeddedStore(index_folder()))._services_of(touched))
    assert len(made) == Service.objects.filter(live=True).count()
