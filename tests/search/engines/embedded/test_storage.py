"""An index is put in place in one step; whatever happens to its files, a reader answers or says that it cannot yet."""

import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from search.engines.base import IndexNotReady
from search.engines.embedded.engine import EmbeddedEngine
from search.engines.embedded.schema import FORMAT, STATE_KEY
from search.engines.embedded.storage import Folder, Reader, open_index
from search.query import Assumed, ServiceQuery
from tests.search.engines.made_up import a_service, write_index

SLEEP = ServiceQuery(assumed=Assumed(words=("sleep",)))


def services(count: int) -> list:
    return [a_service(number + 1, text=(("sleep", 1),)) for number in range(count)]


def found_by(reader: Reader) -> int:
    return EmbeddedEngine(reader).search(SLEEP).total


def cut_short(index: Path, pattern: str) -> None:
    _replace(index, pattern, lambda content: content[: len(content) // 2])


def take_away(index: Path, pattern: str) -> None:
    for path in index.glob(pattern):
        path.unlink()


def garble(index: Path, pattern: str) -> None:
    _replace(index, pattern, lambda content: bytes(255 - byte for byte in content[:-200]) + content[-200:])


def _replace(index: Path, pattern: str, change: Callable[[bytes], bytes]) -> None:
    """Put other files in their place: whoever has the old ones open keeps them."""
    for path in index.glob(pattern):
        draft = path.with_suffix(".draft")
        draft.write_bytes(change(path.read_bytes()))
        os.replace(draft, path)


def point_at(index: Path, pattern: str) -> None:
    (index.parent / "current").write_bytes(pattern.encode("latin-1"))


DAMAGE = [
    *[
        (cut_short, name)
        for name in ("meta.json", "*.fast", "*.store", "*.idx", "*.term", "*.pos", "*.fieldnorm")
    ],
    *[
        (take_away, name)
        for name in ("meta.json", "*.fast", "*.store", "*.idx", "*.term", "*.pos", "*.fieldnorm")
    ],
    *[(garble, name) for name in ("meta.json", "*.fast", "*.store")],
    *[
        (point_at, name)
        for name in ("", "nowhere", "v1-../../etc", "\xff\xfe\x00", "a" * 5000, "v0-0123456789ab")
    ],
    (point_at, f"v{FORMAT}-0123456789ab"),
]


def named(value: object) -> str:
    return value[:20] if isinstance(value, str) else str(getattr(value, "__name__", value))


@pytest.mark.parametrize(("damage", "what"), DAMAGE, ids=named)
def test_a_damaged_index_is_not_ready_and_nothing_worse(tmp_path: Path, damage: Callable, what: str) -> None:
    folder = write_index(tmp_path, services(30))
    working = Reader(folder)
    assert found_by(working) == 30
    damage(folder.current(), what)
    with pytest.raises(IndexNotReady):
        found_by(Reader(folder))
    assert found_by(working) == 30, "who has read it before goes on answering"
    write_index(tmp_path, services(31))
    assert found_by(working) == found_by(Reader(folder)) == 31


def test_before_there_is_any_index_nobody_answers(tmp_path: Path) -> None:
    with pytest.raises(IndexNotReady):
        found_by(Reader(Folder(tmp_path / "nothing" / "here")))


def test_a_reader_outlives_the_folder_it_reads_from(tmp_path: Path) -> None:
    folder = write_index(tmp_path, services(5))
    reader = Reader(folder)
    assert found_by(reader) == 5
    take_away(folder.current(), "*")
    folder.pointer.unlink()
    assert found_by(reader) == 5


def test_an_index_without_a_word_on_how_far_it_has_come_is_not_ready(tmp_path: Path) -> None:
    folder = write_index(tmp_path, services(5))
    writer = open_index(folder.current()).writer(15_000_000, 1)
    writer.delete_documents_by_term("key", STATE_KEY)
    writer.commit()
    writer.wait_merging_threads()
    with pytest.raises(IndexNotReady):
        found_by(Reader(folder))


def test_the_index_before_stays_for_those_who_are_reading_it_and_older_ones_go(tmp_path: Path) -> None:
    made = [write_index(tmp_path, services(count)).current().name for count in (1, 2, 3)]
    left = {path.name for path in tmp_path.glob("v*")}
    assert left == set(made[1:])


def test_what_a_killed_process_was_building_is_cleared_away(tmp_path: Path) -> None:
    half_built = Folder(tmp_path).new()
    write_index(tmp_path, services(1))
    write_index(tmp_path, services(2))
    assert not half_built.exists()


def test_readers_never_miss_a_step_while_indexes_are_swapped(tmp_path: Path) -> None:
    folder = write_index(tmp_path, services(1))
    reader, wrong, done = Reader(folder), [], threading.Event()

    def read() -> None:
        while not done.is_set():
            try:
                found_by(reader)
                found_by(Reader(folder))
            except Exception as error:
                wrong.append(error)

    threads = [threading.Thread(target=read) for _ in range(3)]
    for thread in threads:
        thread.start()
    for count in range(2, 14):
        write_index(tmp_path, services(count))
    done.set()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert found_by(reader) == 13


def test_of_two_keepers_only_one_works_and_the_lock_is_free_again_after(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "search")
    with folder.keeping() as first:
        with Folder(tmp_path / "search").keeping() as second:
            assert first is not None
            assert second is None
        with folder.keeping() as third:
            assert not third
    with folder.keeping() as later:
        assert later
