import os

from django.apps import AppConfig

from local_offer.core import checks as checks  # registered by being imported
from local_offer.core.pools import leave_to_parent


class CoreConfig(AppConfig):
    name = "local_offer.core"
    label = "core"

    def ready(self) -> None:
        os.register_at_fork(after_in_child=leave_to_parent)
