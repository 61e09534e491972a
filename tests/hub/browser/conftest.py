"""Browser tests visit the one running site."""

from tests.journeys.visiting import browser, db, served, visit

__all__ = ["browser", "db", "served", "visit"]
