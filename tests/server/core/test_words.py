"""Words are found as parts of text, without case and accents, the same on both engines."""

from uuid import UUID

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Mapped, Session, mapped_column

from server.core.database import Base, folded, has_words, word_index, writing


class Text(Base):
    """A table that is searched."""

    __tablename__ = "test_text"
    __table_args__ = (word_index("test_text", "search"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    search: Mapped[str]


@pytest.mark.parametrize(
    ("text", "expected"), [("Mariëndijk", "mariendijk"), ("ÉÉN", "een"), ("Straße 1", "strasse 1"), ("", "")]
)
def test_folded_text_has_neither_case_nor_accents(text: str, expected: str) -> None:
    assert folded(text) == expected


@pytest.mark.parametrize(
    ("q", "expected"),
    [
        ("", [1, 2, 3]),
        ("  ", [1, 2, 3]),
        ("MARIËN", [1]),
        ("dijk mari", [1]),
        ("mariendijk 100%", []),
        ("100%", [2]),
        ("%", [2]),
        ("_", []),
        ("\\", [3]),
    ],
)
def test_every_word_is_a_part_of_the_text(db: Session, q: str, expected: list[int]) -> None:
    with writing() as session:
        texts = ("Mariëndijk 19", "Orchidee 100%", "terug\\streep")
        session.add_all(Text(id=UUID(int=n), search=folded(text)) for n, text in enumerate(texts, 1))
    found = db.scalars(select(Text.id).where(has_words(Text.search, q)).order_by(Text.id))
    assert [id.int for id in found] == expected
