"""The directory's records."""

from local_offer.directory.models.contact import Contact, Helpline
from local_offer.directory.models.provider import Provider
from local_offer.directory.models.service import FormerAddress, Service
from local_offer.directory.models.venue import Venue

__all__ = ["Contact", "FormerAddress", "Helpline", "Provider", "Service", "Venue"]
