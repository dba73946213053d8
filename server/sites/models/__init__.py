"""The tables of sites: places and businesses, areas, what registers delivered, and each delivery."""

from server.sites.models.areas import Area
from server.sites.models.deliveries import Delivery
from server.sites.models.merges import SiteMerge
from server.sites.models.places import Establishment, Site
from server.sites.models.registers import Address, Building, Unit

__all__ = ["Address", "Area", "Building", "Delivery", "Establishment", "Site", "SiteMerge", "Unit"]
