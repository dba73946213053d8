"""Pairs of sites that may be one, proposed to people who decide."""

from typing import Any

from sqlalchemy import and_, or_, select, union
from sqlalchemy.orm import Session, aliased

from server.core import paging
from server.sites.models import Site
from server.sites.service.read import by_id, site_json

_NORTH, _EAST = 0.0001, 0.00016
"""Degrees that are about 11 m in the Netherlands."""


def duplicates(session: Session, *, after: str | None = None, limit: int = paging.LIMIT) -> dict[str, Any]:
    """Pairs of standing sites in one building, at one address, or within about 11 m; two queries.

    Raises `cursor-unknown`.
    """
    one, two = aliased(Site), aliased(Site)
    near = and_(
        two.south.between(one.south - _NORTH, one.south + _NORTH),
        two.west.between(one.west - _EAST, one.west + _EAST),
    )

    standing = and_(one.merged_into.is_(None), two.merged_into.is_(None), one.id < two.id)
    alike = (one.bag_id == two.bag_id, one.address_key == two.address_key, near)
    pairs = select(one.id.label("a"), two.id.label("b")).where(standing)
    found = union(*(pairs.where(same) for same in alike)).subquery()
    query = select(found.c.a, found.c.b)
    if (place := paging.read(after, paging.id, paging.id)) is not None:
        a, b = place
        query = query.where(or_(found.c.a > a, and_(found.c.a == a, found.c.b > b)))
    rows = session.execute(query.order_by(found.c.a, found.c.b).limit(limit + 1)).all()
    page = rows[:limit]
    sites = by_id(session, {id for row in page for id in (row.a, row.b)})
    return {
        "pairs": [
            {
                "sites": [site_json(sites[row.a]), site_json(sites[row.b])],
                "reasons": _reasons(sites[row.a], sites[row.b]),
            }
            for row in page
        ],
        "after": paging.write(str(page[-1].a), str(page[-1].b)) if len(rows) > limit else None,
    }


def _reasons(one: Site, two: Site) -> list[str]:
    """Why these two: building, address, near."""
    assert one.south is not None and two.south is not None and one.west is not None and two.west is not None
    near = abs(one.south - two.south) <= _NORTH and abs(one.west - two.west) <= _EAST
    alike = {
        "building": one.bag_id is not None and one.bag_id == two.bag_id,
        "address": one.address_key is not None and one.address_key == two.address_key,
        "near": near,
    }
    return [reason for reason, holds in alike.items() if holds]
