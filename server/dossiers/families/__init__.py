"""The registry of families: one file each. It says what of an entity's state is shown in columns of its
table.
"""

from server.dossiers.families import answer, evidence, finding, instance, note, reply, visit
from server.dossiers.families.family import Family

__all__ = ["FAMILIES", "Family"]

FAMILIES: dict[str, Family] = {
    module.FAMILY.name: module.FAMILY for module in (answer, evidence, finding, instance, note, reply, visit)
}
