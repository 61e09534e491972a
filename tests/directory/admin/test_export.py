"""The list as a spreadsheet: complete, and harmless when it is opened."""

import csv
from io import BytesIO, StringIO

import pytest
from django.test import Client
from openpyxl import load_workbook

from local_offer.directory.models import Service
from tests.directory.admin.desk import url
from tests.directory.made import a_provider, a_service


def exported(editor: Client, kind: str) -> list[list[str]]:
    """The rows of the export, headings first."""
    answer = editor.get(url(Service, "list"), {"export": kind})
    content = b"".join(answer.streaming_content)  # type: ignore[attr-defined]
    if kind == "csv":
        return list(csv.reader(StringIO(content.decode())))
    sheet = load_workbook(BytesIO(content)).worksheets[0]
    assert all(cell.data_type != "f" for row in sheet for cell in row)
    return [
        ["" if value is None else str(value) for value in row] for row in sheet.iter_rows(values_only=True)
    ]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_every_service_is_in_it(editor: Client, kind: str) -> None:
    headings, *rows = exported(editor, kind)
    assert headings[:3] == ["Ref", "Code", "Name"]
    assert {row[1] for row in rows} == set(Service.objects.values_list("code", flat=True))


@pytest.mark.parametrize("begins", ["=", "+", "-", "@", "\t"])
def test_words_that_look_like_a_formula_stay_words(editor: Client, begins: str) -> None:
    formula = f'{begins}HYPERLINK("https://bad.example","Click")'
    a_service(name="Larkfield", provider=a_provider(formula))
    row = next(row for row in exported(editor, "csv") if row[2] == "Larkfield")
    assert row[3] == f"'{formula}"


def test_a_spreadsheet_keeps_a_formula_as_words(editor: Client) -> None:
    a_service(name="=1+1")
    assert "=1+1" in [row[2] for row in exported(editor, "xlsx")]


def test_a_list_that_was_narrowed_is_exported_narrowed(editor: Client) -> None:
    answer = editor.get(url(Service, "list"), {"export": "csv", "q": "SENDIASS"})
    assert len(b"".join(answer.streaming_content).splitlines()) < 10  # type: ignore[attr-defined]
