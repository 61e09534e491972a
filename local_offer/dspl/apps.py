from django.apps import AppConfig


class DsplConfig(AppConfig):
    name = "local_offer.dspl"
    label = "dspl"
