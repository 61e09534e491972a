"""The whole road: `manage.py load_starting_data` may be run at any time."""

import pytest
from django.core.management import call_command
from wagtail.models import Revision

from local_offer.core.models import LoadedRow
from search.models import IndexChange

pytestmark = pytest.mark.usefixtures("site")
WRITES = ("INSERT", "UPDATE", "DELETE")


def test_a_second_load_changes_nothing(django_assert_max_num_queries, capsys):
    counted = [(model, model.objects.count()) for model in (Revision, LoadedRow, IndexChange)]
    with django_assert_max_num_queries(400) as queries:
        call_command("load_starting_data")
    assert not [query["sql"] for query in queries if query["sql"].startswith(WRITES)]
    assert [(model, model.objects.count()) for model, _ in counted] == counted
    assert all(line.endswith("nothing to do") for line in capsys.readouterr().out.splitlines())
