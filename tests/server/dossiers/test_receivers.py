"""A kind of agency means one agency, found by who takes part in the action and then by the site's
municipality.
"""

from uuid import UUID

from server.dossiers.service.receivers import Candidate, resolve

WESTLAND, KATWIJK, AALSMEER = "GM1783", "GM0537", "GM0358"


def candidate(
    number: int, kind: str, *area: str, public: bool = True, takes_part: bool = False, leads: bool = False
) -> Candidate:
    return Candidate(UUID(int=number), kind, public, frozenset(area), takes_part, leads)


def found(kind: str, place: str | None, *candidates: Candidate) -> int | None:
    one = resolve(kind, candidates, place)
    return None if one is None else one.id.int


def test_the_one_that_takes_part_is_meant_even_outside_its_area() -> None:
    on = candidate(1, "gemeente", WESTLAND, takes_part=True)
    off = candidate(2, "gemeente", KATWIJK)
    assert found("gemeente", KATWIJK, on, off) == 1


def test_of_two_that_take_part_the_one_of_the_sites_municipality_is_meant() -> None:
    both = [
        candidate(1, "gemeente", WESTLAND, takes_part=True),
        candidate(2, "gemeente", KATWIJK, takes_part=True),
    ]
    assert found("gemeente", KATWIJK, *both) == 2
    assert found("gemeente", WESTLAND, *both) == 1


def test_two_that_take_part_and_no_telling_which_mean_nobody() -> None:
    both = [
        candidate(1, "gemeente", WESTLAND, takes_part=True),
        candidate(2, "gemeente", KATWIJK, takes_part=True),
    ]
    assert found("gemeente", AALSMEER, *both) is None
    assert found("gemeente", None, *both) is None


def test_where_none_takes_part_the_municipality_of_the_site_names_it() -> None:
    fire = [candidate(1, "brandweer", WESTLAND), candidate(2, "brandweer", KATWIJK, AALSMEER)]
    assert found("brandweer", AALSMEER, *fire) == 2
    assert found("brandweer", None, *fire) is None


def test_an_agency_of_the_whole_country_is_meant_everywhere_but_after_one_with_an_area() -> None:
    country = candidate(1, "politie")
    assert found("politie", None, country) == 1
    assert found("politie", WESTLAND, country, candidate(2, "politie", WESTLAND)) == 2


def test_the_operational_lead_is_a_role_in_the_agency_that_leads() -> None:
    lead = candidate(3, "gemeente", WESTLAND, takes_part=True, leads=True)
    assert (
        found("operationeel_leider", KATWIJK, candidate(1, "gemeente", KATWIJK, takes_part=True), lead) == 3
    )
    assert found("operationeel_leider", KATWIJK, candidate(1, "gemeente", KATWIJK, takes_part=True)) is None


def test_a_kind_that_no_agency_here_has_means_nobody() -> None:
    assert found("kvk", WESTLAND, candidate(1, "gemeente", WESTLAND, takes_part=True)) is None
