from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "local_offer.core"
    label = "core"
