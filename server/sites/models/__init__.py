"""The tables of sites: places and businesses, what registers delivered, and each delivery."""

from server.sites.models.deliveries import Delivery
from server.sites.models.places import Establishment, Site
from server.sites.models.registers import Address, Building, Unit

__all__ = ["Address", "Building", "Delivery", "Establishment", "Site", "Unit"]
