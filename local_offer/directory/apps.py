from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    name = "local_offer.directory"
    label = "directory"

    def ready(self) -> None:
        from local_offer.directory import signals  # noqa: F401, PLC0415  (models are ready only now)
