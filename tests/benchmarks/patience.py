"""How long a benchmark waits for one answer, for clients and for the database."""

from urllib.parse import quote

# Seconds. Nobody waits longer than this for a page.
PATIENCE = 15.0


def impatient(database: str) -> str:
    """The address of the same PostgreSQL, which then gives a question up by itself.

    >>> impatient("postgres://ann@db/name")
    'postgres://ann@db/name?options=-c%20statement_timeout%3D15000'
    """
    return f"{database}?options={quote(f'-c statement_timeout={int(1000 * PATIENCE)}')}"
