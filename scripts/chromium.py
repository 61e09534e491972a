"""Say at once when there is no browser for the journeys, rather than at the end of a long test run."""

import os
import shutil
import sys

if not (os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")):
    sys.exit(
        "The tests click through the site in Chromium, and there is none on this machine.\n"
        "On Debian or Ubuntu: sudo apt-get install chromium. Elsewhere: CHROMIUM=/path/to/chromium make test"
    )
