from django.apps import AppConfig


class FeedbackConfig(AppConfig):
    name = "local_offer.feedback"
    label = "feedback"
