"""Which tables are copied, and which of them nobody but the migrations has filled."""

from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import connections
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Model
from django.db.models.query import QuerySet

from home.copying.trouble import SourceIsNotUpToDate, TargetIsNotEmpty

# Made again from what is copied, and laid out in another way by each kind of database.
MADE_AGAIN = "wagtailsearch"
SEARCH_OF_THE_ADMIN = "wagtailsearch_indexentry"
# What a database holds that has just been made by `manage.py migrate`.
BY_MIGRATIONS = {
    "auth.Group",
    "auth.Group_permissions",
    "auth.Permission",
    "contenttypes.ContentType",
    "wagtailcore.Collection",
    "wagtailcore.GroupApprovalTask",
    "wagtailcore.GroupApprovalTask_groups",
    "wagtailcore.GroupCollectionPermission",
    "wagtailcore.GroupPagePermission",
    "wagtailcore.Locale",
    "wagtailcore.Page",
    "wagtailcore.Site",
    "wagtailcore.Task",
    "wagtailcore.Workflow",
    "wagtailcore.WorkflowPage",
    "wagtailcore.WorkflowTask",
}


def copied() -> list[type[Model]]:
    """A model for each table; who is signed in is left out."""
    return [
        model
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed
        and not model._meta.proxy
        and model is not Session
        and model._meta.app_label != MADE_AGAIN
    ]


def rows(model: type[Model], alias: str) -> QuerySet[Model]:
    """Every row of the model's own table, whatever its managers would hide."""
    return QuerySet(model=model, using=alias)


def counts(alias: str) -> dict[str, int]:
    """How many rows each table has, by the label of its model."""
    return {model._meta.label: rows(model, alias).count() for model in copied()}


def must_be_up_to_date(alias: str) -> None:
    """A source of an older version lacks columns that are to be copied."""
    executor = MigrationExecutor(connections[alias])
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise SourceIsNotUpToDate(
            "The database to copy from is not up to date: run `manage.py migrate` with it as DATABASE_URL first."
        )


def must_be_empty(alias: str) -> None:
    """What editors have put into a target is not lost by a slip of the fingers."""
    filled = [label for label, number in counts(alias).items() if number and label not in BY_MIGRATIONS]
    if filled:
        raise TargetIsNotEmpty(
            f"The target holds a site already ({', '.join(filled[:3])}, ...). Name another database, or add --replace "
            "to have everything in it replaced."
        )
