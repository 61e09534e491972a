from django.apps import AppConfig


class HubConfig(AppConfig):
    name = "local_offer.hub"
    label = "hub"
