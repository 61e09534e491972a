from django.apps import AppConfig


class TaxonomyConfig(AppConfig):
    name = "local_offer.taxonomy"
    label = "taxonomy"
