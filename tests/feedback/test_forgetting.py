"""Reports are forgotten after six months, as the privacy page promises."""

from datetime import timedelta

import pytest
from django.utils import timezone

from local_offer.feedback.keeping import forget_old_reports
from local_offer.feedback.models import Report

pytestmark = pytest.mark.usefixtures("site")


def report(days_ago: int, done: bool = False) -> Report:
    """A report that was made so long ago."""
    made = Report.objects.create(what="Wrong.", done=done)
    Report.objects.filter(pk=made.pk).update(made_at=timezone.now() - timedelta(days=days_ago))
    return made


def test_old_reports_go_whether_or_not_they_were_dealt_with() -> None:
    report(184)
    report(400, done=True)
    young = report(180)
    assert forget_old_reports() == 2
    assert list(Report.objects.all()) == [young]


def test_there_may_be_nothing_to_forget() -> None:
    assert forget_old_reports() == 0
