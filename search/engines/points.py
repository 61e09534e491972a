"""Points on the map as whole numbers, and how far they are from one place."""

import numpy as np
from numpy.typing import NDArray

from local_offer.places.place import Point

EARTH_MILES = 3958.8


def packed(point: Point) -> int:
    """A point as one whole number, to about five metres."""
    return int(round((point.lat + 90) * 20_000)) * 10_000_000 + int(round((point.lon + 180) * 20_000))


def miles_to(point: Point, packed: NDArray[np.int64]) -> NDArray[np.float64]:
    """Great-circle distance in miles from one point to packed ones."""
    lat = np.radians(packed // 10_000_000 / 20_000 - 90)
    lon = np.radians(packed % 10_000_000 / 20_000 - 180)
    lat0, lon0 = np.radians(point.lat), np.radians(point.lon)
    chord = np.sin((lat - lat0) / 2) ** 2 + np.cos(lat0) * np.cos(lat) * np.sin((lon - lon0) / 2) ** 2
    miles: NDArray[np.float64] = 2 * EARTH_MILES * np.arcsin(np.sqrt(chord))
    return miles
