"""How gunicorn serves the site: a few processes of a few threads, and no line that says what anybody looked for."""

import os
from typing import Any

from gunicorn.glogging import Logger

bind = os.environ.get("BIND", "127.0.0.1:8000")
workers = int(os.environ.get("WEB_WORKERS", "2"))
threads = int(os.environ.get("WEB_THREADS", "4"))
worker_class = "gthread"
timeout = 60
graceful_timeout = 10
# The path alone: no address of a machine, no words behind the question mark, no page that somebody came from.
accesslog = "-" if os.environ.get("ACCESS_LOG") else None
access_log_format = '%(t)s "%(m)s %(U)s" %(s)s %(B)s %(M)sms'


class QuietLogger(Logger):
    """Says that a request could not be read or answered; never what stood in it, nor whose machine sent it."""

    def warning(self, msg: str, *args: Any, **kwargs: Any) -> None:
        """gunicorn repeats the line that it could not read, with the address that it came from."""
        super().warning("A request could not be read." if "Invalid request" in msg else msg, *args, **kwargs)

    def exception(self, msg: str, *args: Any, **kwargs: Any) -> None:
        """gunicorn names the whole address of a request that failed."""
        if "Error handling request" in msg:
            msg, args = "A request could not be answered.", ()
        super().exception(msg, *args, **kwargs)


logger_class = QuietLogger


def post_worker_init(worker: Any) -> None:
    """The site is loaded: read what the first search needs, and start the background thread."""
    from django.conf import settings

    from home.background import start_in_thread, start_warming

    start_warming()
    if settings.BACKGROUND_WORKER:
        worker.background_stop = start_in_thread()


def worker_exit(server: Any, worker: Any) -> None:
    """Let go of the index at once, so that another process can take over."""
    stop = getattr(worker, "background_stop", None)
    if stop is not None:
        stop.set()
