#!/usr/bin/env python
"""Run the site's commands: `python manage.py help` lists them."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "local_offer.settings")
    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as wrong:  # a setting, which the message names
        if "--traceback" in sys.argv:
            raise
        sys.exit(str(wrong))
