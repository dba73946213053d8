"""What Alembic does not know of geometry: GiST indexes and kinds are PostgreSQL's alone."""

from typing import Any

from alembic.autogenerate import renderers, rewriter
from alembic.autogenerate.api import AutogenContext
from alembic.operations import MigrateOperation, Operations, ops
from geoalchemy2 import Geometry as PostGIS
from sqlalchemy.types import TypeEngine

from server.core.geometry import SRID, Geometry


@Operations.register_operation("create_gist_index")
class CreateGistIndex(MigrateOperation):
    """`op.create_gist_index("ix_site_geom", "site", "geom")`"""

    def __init__(self, name: str, table: str, column: str) -> None:
        self.name, self.table, self.column = name, table, column

    @classmethod
    def create_gist_index(cls, operations: Operations, name: str, table: str, column: str) -> Any:
        return operations.invoke(cls(name, table, column))

    def to_diff_tuple(self) -> tuple[Any, ...]:
        return type(self).__name__, self.name

    def reverse(self) -> "DropGistIndex":
        return DropGistIndex(self.name, self.table, self.column)


@Operations.register_operation("drop_gist_index")
class DropGistIndex(CreateGistIndex):
    """`op.drop_gist_index("ix_site_geom", "site", "geom")`"""

    @classmethod
    def drop_gist_index(cls, operations: Operations, name: str, table: str, column: str) -> Any:
        return operations.invoke(cls(name, table, column))


@Operations.implementation_for(CreateGistIndex)
def _create(operations: Operations, wanted: CreateGistIndex) -> None:
    if operations.get_bind().dialect.name == "postgresql":
        operations.create_index(wanted.name, wanted.table, [wanted.column], postgresql_using="gist")


@Operations.implementation_for(DropGistIndex)
def _drop(operations: Operations, wanted: DropGistIndex) -> None:
    if operations.get_bind().dialect.name == "postgresql":
        operations.drop_index(wanted.name, wanted.table)


@renderers.dispatch_for(CreateGistIndex)
def _render_create(_context: AutogenContext, wanted: CreateGistIndex) -> str:
    return f"op.create_gist_index({wanted.name!r}, {wanted.table!r}, {wanted.column!r})"


@renderers.dispatch_for(DropGistIndex)
def _render_drop(_context: AutogenContext, wanted: DropGistIndex) -> str:
    return f"op.drop_gist_index({wanted.name!r}, {wanted.table!r}, {wanted.column!r})"


def compare_type(
    _context: object, _column: object, _there: object, found: object, wanted: TypeEngine[Any]
) -> bool | None:
    """Whether a geometry is of another kind in the database, as far as the engine tells: SQLite keeps bytes.

    None leaves every other type to Alembic.
    """
    if not isinstance(wanted, Geometry):
        return None
    return isinstance(found, PostGIS) and (found.geometry_type, found.srid) != (wanted.kind, SRID)


def is_gist(index: Any) -> bool:
    """Whether an index of the models or of the database is a GiST index."""
    return bool(index.dialect_options["postgresql"].get("using") == "gist")


rewrite = rewriter.Rewriter()


@rewrite.rewrites(ops.CreateIndexOp)
def _rewrite_create(_context: Any, _revision: Any, wanted: ops.CreateIndexOp) -> MigrateOperation:
    if wanted.kw.get("postgresql_using") != "gist":
        return wanted
    [column] = wanted.to_index().columns
    return CreateGistIndex(str(wanted.index_name), wanted.table_name, column.name)


@rewrite.rewrites(ops.DropIndexOp)
def _rewrite_drop(_context: Any, _revision: Any, wanted: ops.DropIndexOp) -> MigrateOperation:
    if wanted.kw.get("postgresql_using") != "gist" or wanted.table_name is None:
        return wanted
    return DropGistIndex(str(wanted.index_name), wanted.table_name, "geom")
