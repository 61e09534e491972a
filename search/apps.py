from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "search"

    def ready(self) -> None:
        from search import checks, signals  # noqa: F401, PLC0415  (models are ready only now)

        signals.connect()
