"""`manage.py import_services` says what it will do, does it, and fails in one sentence."""

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from local_offer.directory.models import Service
from tests.directory.importing.sheets import a_row, csv_file, file_of

pytestmark = pytest.mark.usefixtures("site")


def run(path: Path, **options: Any) -> str:
    """What the command prints."""
    out = StringIO()
    call_command("import_services", path, **{"source": "larkfield", **options}, stdout=out)
    return out.getvalue()


def test_a_dry_run_says_what_would_happen_and_writes_nothing(tmp_path: Path) -> None:
    said = run(csv_file(tmp_path, a_row()), dry_run=True)
    assert said == (
        "New: 1. Changed: 0. Unchanged: 0. Gone: 0. Wrong: 0.\nNothing was written: this was a dry run.\n"
    )
    assert not Service.objects.filter(name="Club 1").exists()


@pytest.mark.parametrize("publish", [True, False])
def test_it_publishes_only_when_it_is_told_to(tmp_path: Path, publish: bool) -> None:
    run(csv_file(tmp_path, a_row()), publish=publish)
    assert Service.objects.get(name="Club 1").live is publish


def test_wrong_rows_are_printed_and_the_command_fails(tmp_path: Path) -> None:
    out = StringIO()
    with pytest.raises(CommandError, match="Nothing was written. Mend the rows above and run this again."):
        call_command(
            "import_services", csv_file(tmp_path, a_row(min_age="99")), source="larkfield", stdout=out
        )
    assert "Row 2, min_age:" in out.getvalue()


def test_a_file_that_cannot_be_read_fails_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="^The file is empty"):
        run(file_of(tmp_path, b""))


@pytest.mark.parametrize("source", ["", "Larkfield", "a b", "x" * 31])
def test_a_source_has_a_plain_name(tmp_path: Path, source: str) -> None:
    with pytest.raises(CommandError, match="A source is named with small letters"):
        run(csv_file(tmp_path, a_row()), source=source)
