"""One tablet: what it wrote and sealed, what the server said of it, and what it holds of each scope."""

from collections.abc import Callable
from random import Random
from typing import Any
from uuid import UUID

from server.core import base64url
from server.operations.batch import read_batch
from server.operations.digests import hash_text
from server.operations.fold import family_of, fold
from server.operations.operation import Operation, read_operation
from server.operations.receipt import read_receipt
from server.operations.signer import read_signer
from tests.factories.record import Author, Wire, sign

Send = Callable[[str, str, Any], Any]
"""(method, path, body) → body of the answer, or None when the line failed on the way there or back."""


class Device:
    """A tablet with one person at a time; `send` is its line to the server."""

    def __init__(self, name: str, id: UUID, send: Send, jar: dict[str, Any]) -> None:
        self.name, self.id, self.send, self.jar = name, id, send, jar
        self.author: Author | None = None
        self.vouched: dict[str, dict[str, str]] = {}
        self.loose: list[tuple[Author, str, Wire]] = []
        self.sealed: list[dict[str, Any]] = []
        self.receipts: dict[str, dict[str, str]] = {}
        self.releases: list[dict[str, str]] = []
        self.scopes: dict[str, dict[str, Any]] = {}
        self.signers: dict[str, dict[str, Any]] = {}

    def sign_in(self, membership: str, name: str) -> bool:
        """Sign somebody in and enrol a key; False when the line failed."""
        told = {"membership": membership, "device": {"id": str(self.id), "label": self.name}}
        session = self.send("POST", "/sessions", told)
        challenge = session and self.send("POST", "/signers/challenges", None)
        if not challenge:
            return False
        member, agency = session["member"]["id"], session["agency"]["id"]
        author = Author(name, member=member, agency=agency, device=str(self.id))
        nonce = challenge["nonce"]
        body = {"id": author.id, "key": base64url.encode(author.key), "nonce": nonce}
        signed = self.send("POST", "/signers", body | {"proof": sign(author.private, nonce)})
        if not signed:
            return False
        author.text, self.vouched[author.id], self.author = signed["text"], signed, author
        return True

    def write(self, scope: str, wire: Wire) -> None:
        """Keep an operation; it is sealed with others of its scope."""
        assert self.author is not None
        self.loose.append((self.author, scope, wire))

    def seal(self) -> None:
        """Put what is loose into batches, one for each signer and scope."""
        groups: dict[tuple[str, str], list[Wire]] = {}
        authors = {author.id: author for author, _, _ in self.loose}
        for author, scope, wire in self.loose:
            groups.setdefault((author.id, scope), []).append(wire)
        for (signer, scope), wires in groups.items():
            self.sealed.append(authors[signer].batch(scope, wires))
        self.loose = []

    def push(self, random: Random | None = None) -> None:
        """Send what has no receipt, with what we hold of the server's words; in another order by chance."""
        waiting = [batch for batch in self.sealed if hash_text(batch["text"]) not in self.receipts]
        if random is not None and random.random() < 0.3:
            random.shuffle(waiting)
        if not waiting:
            return
        message = {"signers": list(self.vouched.values()), "batches": waiting, "releases": self.releases}
        message["receipts"] = [batch["told"] for batch in waiting if "told" in batch]
        answer = self.send("POST", "/sync/push", message)
        for batch, result in zip(waiting, answer["results"] if answer else [], strict=False):
            if "text" in result:
                receipt = read_receipt(result["text"])
                assert receipt.batch == hash_text(batch["text"])
                assert batch.get("told", result) == result, "a receipt is the same bytes for ever"
                self.receipts[receipt.batch] = batch["told"] = result
            else:
                assert result["problem"]["code"] in ("predecessor-missing", "busy"), result
                self._say_gone(batch)

    def _say_gone(self, batch: dict[str, Any]) -> None:
        """What this batch rests on is not on this device any more: it is lost."""
        here = {hash_text(one["text"]) for one in self.sealed}
        read = read_batch(batch["text"])
        if read.n > 1 and read.prev not in here:
            batch["gone"] = True

    def lose(self, random: Random) -> list[tuple[str, str]]:
        """The browser evicts a batch that the server never answered; (scope, id) of what was in it."""
        unanswered = [batch for batch in self.sealed if "told" not in batch]
        if not unanswered:
            return []
        lost = random.choice(unanswered)
        self.sealed.remove(lost)
        read = read_batch(lost["text"])
        return [(read.scope, id) for id in read.operations]

    def copy(self, name: str, send: Send) -> "Device":
        """This profile on a second machine: the same key, the same chains, from here on apart."""
        other = Device(name, self.id, send, self.jar)
        assert self.author is not None
        other.author = object.__new__(Author)
        chains = {scope: list(chain) for scope, chain in self.author.chains.items()}
        other.author.__dict__ = self.author.__dict__ | {"chains": chains}
        other.vouched, other.sealed = dict(self.vouched), [dict(batch) for batch in self.sealed]
        other.receipts, other.releases = dict(self.receipts), list(self.releases)
        return other

    def confirm(self) -> dict[str, list[Any]] | None:
        """Fates by batch as the server lists them; what it does not list is offered again."""
        listing = self.send("GET", "/sync/batches", None)
        if not listing:
            return None
        listed = {one["hash"]: one["fates"] for one in listing["batches"]}
        self.receipts = {batch: told for batch, told in self.receipts.items() if batch in listed}
        self.releases += [one for one in listing["releases"] if one not in self.releases]
        return listed

    def pull(self) -> None:
        """Fetch pages until none says that there is more, or the line fails."""
        for _ in range(100):
            cursors = {name: held["cursor"] for name, held in self.scopes.items()}
            page = self.send("POST", "/sync/pull", {"cursors": cursors})
            if not page:
                return
            for told in page["signers"]:
                self.signers[read_signer(told["text"]).id] = told
            for name in page["lost"]:
                self.scopes.pop(name, None)
            for name, told in page["scopes"].items():
                self._take(name, told)
            if not any(told["more"] for told in page["scopes"].values()):
                return
        raise AssertionError("a pull that never ends")

    def _take(self, name: str, told: dict[str, Any]) -> None:
        held = self.scopes.get(name)
        if told["from"] == 0 or held is None:
            held = self.scopes[name] = {"entries": [], "batches": [], "releases": []}
        assert told["from"] == len(held["entries"])
        held["entries"] += told["entries"]
        for part in ("batches", "releases"):
            held[part] += [one for one in told[part] if one not in held[part]]
        held["cursor"], held["gaps"] = told["cursor"], told["gaps"]

    def exported(self, keys: list[dict[str, str]]) -> dict[str, Any]:
        """What it holds, as the file that docs/format.md § 7 describes."""
        return {"keys": keys, "signers": list(self.signers.values()), "scopes": self.scopes}

    def states(self) -> dict[tuple[str, str, str], Any]:
        """(scope, entity, family) → state, folded from what was pulled."""
        groups: dict[tuple[str, str, str], list[Operation]] = {}
        for name, held in self.scopes.items():
            for entry in held["entries"]:
                if "head" in entry:
                    operation = self._operation(entry)
                    groups.setdefault((name, operation.head.entity, family_of(operation)), []).append(
                        operation
                    )
        return {key: fold(operations) for key, operations in groups.items()}

    def _operation(self, entry: dict[str, Any]) -> Operation:
        read = read_operation(entry["head"], entry["fields"], "")
        agency = read_signer(self.signers[read.head.signer]["text"]).agency
        return read_operation(entry["head"], entry["fields"], agency)
