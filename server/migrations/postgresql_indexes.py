"""What Alembic does not know: indexes for places (GiST) and words (GIN, trigrams), and kinds of geometry, are
PostgreSQL's alone."""

from typing import Any

from alembic.autogenerate import renderers, rewriter
from alembic.autogenerate.api import AutogenContext
from alembic.operations import MigrateOperation, Operations, ops
from geoalchemy2 import Geometry as PostGIS
from sqlalchemy.types import TypeEngine

from server.core.database.words import WORDS
from server.core.geometry import SRID, Geometry


@Operations.register_operation("create_postgresql_index")
class CreateIndex(MigrateOperation):
    """`op.create_postgresql_index("ix_site_geom", "site", "geom", "gist")`"""

    def __init__(self, name: str, table: str, column: str, using: str) -> None:
        self.name, self.table, self.column, self.using = name, table, column, using

    @classmethod
    def create_postgresql_index(
        cls, operations: Operations, name: str, table: str, column: str, using: str
    ) -> Any:
        return operations.invoke(cls(name, table, column, using))

    def to_diff_tuple(self) -> tuple[Any, ...]:
        return type(self).__name__, self.name

    def reverse(self) -> "DropIndex":
        return DropIndex(self.name, self.table, self.column, self.using)


@Operations.register_operation("drop_postgresql_index")
class DropIndex(CreateIndex):
    """`op.drop_postgresql_index("ix_site_geom", "site", "geom", "gist")`"""

    @classmethod
    def drop_postgresql_index(
        cls, operations: Operations, name: str, table: str, column: str, using: str
    ) -> Any:
        return operations.invoke(cls(name, table, column, using))


@Operations.implementation_for(CreateIndex)
def _create(operations: Operations, wanted: CreateIndex) -> None:
    if operations.get_bind().dialect.name == "postgresql":
        operations.create_index(
            wanted.name,
            wanted.table,
            [wanted.column],
            postgresql_using=wanted.using,
            postgresql_ops={wanted.column: WORDS} if wanted.using == "gin" else {},
        )


@Operations.implementation_for(DropIndex)
def _drop(operations: Operations, wanted: DropIndex) -> None:
    if operations.get_bind().dialect.name == "postgresql":
        operations.drop_index(wanted.name, wanted.table)


@renderers.dispatch_for(CreateIndex)
def _render_create(_context: AutogenContext, wanted: CreateIndex) -> str:
    return f"op.create_postgresql_index({_words(wanted)})"


@renderers.dispatch_for(DropIndex)
def _render_drop(_context: AutogenContext, wanted: DropIndex) -> str:
    return f"op.drop_postgresql_index({_words(wanted)})"


def _words(wanted: CreateIndex) -> str:
    return ", ".join(map(repr, (wanted.name, wanted.table, wanted.column, wanted.using)))


def compare_type(
    _context: object, _column: object, _there: object, found: object, wanted: TypeEngine[Any]
) -> bool | None:
    """Whether a geometry is of another kind in the database, as far as the engine tells: SQLite keeps bytes.

    None leaves every other type to Alembic.
    """
    if not isinstance(wanted, Geometry):
        return None
    return isinstance(found, PostGIS) and (found.geometry_type, found.srid) != (wanted.kind, SRID)


def is_postgresql_only(index: Any) -> bool:
    """Whether an index of the models or of the database is of a kind that only PostgreSQL has."""
    return _using(index) in ("gist", "gin")


def _using(index: Any) -> str | None:
    using: str | None = index.dialect_options["postgresql"].get("using")
    return using


rewrite = rewriter.Rewriter()


@rewrite.rewrites(ops.CreateIndexOp)
def _rewrite_create(_context: Any, _revision: Any, wanted: ops.CreateIndexOp) -> MigrateOperation:
    if not is_postgresql_only(wanted.to_index()):
        return wanted
    [column] = wanted.to_index().columns
    return CreateIndex(str(wanted.index_name), wanted.table_name, column.name, str(_using(wanted.to_index())))


@rewrite.rewrites(ops.DropIndexOp)
def _rewrite_drop(_context: Any, _revision: Any, wanted: ops.DropIndexOp) -> MigrateOperation:
    index = wanted.to_index()
    if not is_postgresql_only(index) or wanted.table_name is None:
        return wanted
    [column] = index.columns
    return DropIndex(str(wanted.index_name), wanted.table_name, column.name, str(_using(index)))
