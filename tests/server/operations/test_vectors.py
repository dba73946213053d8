"""The committed vectors are what the format says today; a change of one is a change of the other."""

import pytest

from tests.server.operations.vectors import ROOT
from tests.vectors.__main__ import spelled
from tests.vectors.files import files

MADE = files()


@pytest.mark.parametrize("path", sorted(MADE))
def test_a_vector_file_is_what_its_maker_makes(path: str) -> None:
    assert (ROOT / path).read_text() == spelled(MADE[path]), (
        "run `python -m tests.vectors` and look at the difference"
    )
