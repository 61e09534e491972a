"""Run the background work by itself."""

import signal
import threading
from typing import Any

from django.core.management.base import BaseCommand

from home.background import Background


class Command(BaseCommand):
    help = "Keep the search index true and publish what is scheduled, until stopped. For sites with several machines."

    def handle(self, *args: Any, **options: Any) -> None:
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        self.stdout.write("Working. Stop with Ctrl+C.")
        Background(stop).run()
