"""Every table, imported once so that metadata, migrations and tests know them all."""

from server.core.database import Base
from server.packages import parts

MODULES = parts("models")
METADATA = Base.metadata
