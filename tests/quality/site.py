"""A site of its own for measuring: starting data in a temporary folder, gone afterwards."""

import atexit
import os
import shutil
import tempfile


def start_site() -> None:
    """Set Django up on a fresh database with the starting data and an index."""
    folder = tempfile.mkdtemp(prefix="local-offer-measure-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    os.environ |= {
        "VAR_DIR": folder,
        "DJANGO_SETTINGS_MODULE": "local_offer.settings",
        "LOG_LEVEL": "WARNING",
    }
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    call_command("load_starting_data", verbosity=0)
    call_command("rebuild_search", verbosity=0)
