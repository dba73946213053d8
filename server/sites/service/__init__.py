"""What people do with sites, a file per verb."""

from server.sites.service.add import TYPES, add, words_of
from server.sites.service.areas import area_feature, areas
from server.sites.service.drawn import drawn
from server.sites.service.duplicates import duplicates
from server.sites.service.load_areas import load_areas
from server.sites.service.merge import merge, merges, undo
from server.sites.service.read import by_id, read_one, site_json
from server.sites.service.search import Search, search

__all__ = [
    "TYPES",
    "Search",
    "add",
    "area_feature",
    "areas",
    "by_id",
    "drawn",
    "duplicates",
    "load_areas",
    "merge",
    "merges",
    "read_one",
    "search",
    "site_json",
    "undo",
    "words_of",
]
