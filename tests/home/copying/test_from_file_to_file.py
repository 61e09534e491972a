"""A site moves from one file to another as it does to a server: whole, or not at all. `tests/servers` has servers."""

from pathlib import Path

from tests.servers.lived_in import contents, numbers
from tests.servers.site import site_in_a_file


def test_every_row_comes_with_its_number_and_nothing_is_replaced_by_a_slip(tmp_path: Path) -> None:
    site = site_in_a_file(tmp_path / "site")
    file, other = tmp_path / "site" / "local_offer.sqlite3", tmp_path / "other.sqlite3"
    told = site.must("copy_database", "--to", f"sqlite:///{other}")
    assert "Everything is there" in told
    assert contents(other) == contents(file)
    assert numbers(other) == numbers(file)
    again = site.manage("copy_database", "--to", f"sqlite:///{other}")
    assert again.returncode != 0
    assert "The target holds a site already" in again.stderr
    assert "Nothing was copied" in again.stderr
