"""Moves a whole site from one database to another: from SQLite to PostgreSQL, and back."""
