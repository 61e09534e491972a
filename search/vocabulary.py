"""The vocabulary of understanding, put together from what editors have published; renewed when they publish."""

import csv
import threading
import time
from dataclasses import dataclass

from django.conf import settings
