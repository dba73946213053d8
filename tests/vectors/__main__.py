"""Write the golden vectors. Run by hand after a change of the format; a test compares."""

import json
from pathlib import Path
from typing import Any

from tests.vectors.files import files

ROOT = Path(__file__).resolve().parents[2] / "schemas" / "vectors"


def spelled(content: Any) -> str:
    """The text of a vector file: ASCII alone, so that no editor changes a character."""
    return json.dumps(content, indent=1, ensure_ascii=True) + "\n"


def main() -> None:
    for path, content in files().items():
        target = ROOT / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(spelled(content))


if __name__ == "__main__":
    main()
