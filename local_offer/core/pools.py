"""A process that is forked makes connections of its own: two that talk over one would read each other's answers.

gunicorn loads the site after it forks. With its `--preload`, it would be before.
"""

from typing import Any

from django.db import connections

# Of the parent, in a child: kept, since what nobody keeps is closed, and the parent still talks over it.
_of_parent: list[Any] = []


def leave_to_parent() -> None:
    """Forget the parent's connections and pools, without a word to the server."""
    for connection in connections.all(initialized_only=True):
        if connection.vendor == "postgresql":
            wrapper: Any = connection
            _of_parent.extend((wrapper.connection, dict(wrapper._connection_pools)))
            wrapper.connection = None
            wrapper._connection_pools.clear()
