"""Checks an exported dossier, step by step as docs/format.md § 7 numbers them."""

from typing import Any

from tests.independent.texts import (
    KIB,
    UUID,
    Fault,
    bytes_of,
    hash_of,
    milliseconds,
    need,
    read,
    signed,
    verify,
)

__all__ = ["Fault", "check"]

Told = dict[str, Any]


def check(dossier: Told) -> dict[str, int]:
    """Number of operations by scope. Raises Fault, which says what is wrong."""
    keys = {one["kid"]: bytes_of(one["key"], 91) for one in dossier["keys"]}
    signers = {}
    for told in dossier["signers"]:
        signer = _signer(told, keys)
        signers[signer["id"]] = signer | {"text": told["text"]}
    return {name: _scope(name, scope, signers, keys) for name, scope in dossier["scopes"].items()}


def _by_server(told: Told, t: str, keys: dict[str, bytes], limit: int) -> Told:
    members = signed(told, t, limit)
    need(members.get("kid") in keys, f"{t}: signed by a key that is not the server's")
    need(UUID.match(str(members.get("epoch"))), f"{t}: epoch")
    verify(keys[members["kid"]], told)
    return members


def _signer(told: Told, keys: dict[str, bytes]) -> Told:
    """Step 1."""
    signer = _by_server(told, "signer", keys, 64 * KIB)
    for name in ("id", "member", "agency", "device"):
        need(UUID.match(str(signer.get(name))), f"signer: {name}")
    milliseconds(signer.get("from"))
    bytes_of(signer.get("key"), 91)
    if told.get("end") is not None:
        end = _by_server(told["end"], "signer_end", keys, 64 * KIB)
        need(end.get("id") == signer["id"], "the end is of another signer")
        milliseconds(end.get("until"))
    return signer


def _scope(name: str, scope: Told, signers: dict[str, Told], keys: dict[str, bytes]) -> int:
    batches = {}
    for told in scope["batches"]:
        batch = _batch(told, name, signers)
        batches[hash_of(told["text"])] = batch | {"text": told["text"]}
    _chains(batches, scope["gaps"], signers)
    operations = _entries(name, scope["entries"], batches)
    for told in scope["releases"]:
        release = _by_server(told, "release", keys, 256 * KIB)
        need(
            release.get("scope") == name and release.get("operation") in operations,
            "a release of nothing here",
        )
        milliseconds(release.get("at"))
    return len(operations)


def _batch(told: Told, scope: str, signers: dict[str, Told]) -> Told:
    """Step 2."""
    batch = signed(told, "batch", 64 * KIB)
    need(batch.get("scope") == scope, "a batch of another scope")
    need(batch.get("signer") in signers, "a batch of an unknown signer")
    need(isinstance(batch.get("n"), int) and batch["n"] is not True and batch["n"] >= 1, "batch: n")
    ids = batch.get("operations")
    need(isinstance(ids, list) and 1 <= len(ids) <= 1000 and len(set(ids)) == len(ids), "batch: operations")
    for id in [*ids, batch.get("prev")]:  # type: ignore[misc]
        bytes_of(id, 32)
    verify(bytes_of(signers[batch["signer"]]["key"], 91), told)
    return batch


def _chains(batches: dict[str, Told], gaps: list[Told], signers: dict[str, Told]) -> None:
    """Step 3."""
    for id, signer in signers.items():
        lost = {n for gap in gaps if gap["signer"] == id for n in range(gap["first"], gap["last"] + 1)}
        at: dict[int, set[str]] = {0: {hash_of(signer["text"])}}
        mine = {hash: one for hash, one in batches.items() if one["signer"] == id}
        for hash, one in mine.items():
            at.setdefault(one["n"], set()).add(hash)
        need(at.keys() | lost >= set(range(max(at) + 1)), "a batch is missing")
        for one in mine.values():
            rests = one["prev"] in at.get(one["n"] - 1, ())
            need(rests or one["n"] - 1 in lost, "a batch does not rest on the one before it")


def _entries(scope: str, entries: list[Told], batches: dict[str, Told]) -> set[str]:
    """Step 4, and that entries are numbered without gaps."""
    found: set[str] = set()
    need([one["n"] for one in entries] == list(range(1, len(entries) + 1)), "an entry is missing")
    for entry in entries:
        if "head" not in entry:
            continue
        id = entry["put"]
        need(id == hash_of(entry["head"]), "an operation has another id")
        need(id not in found, "an operation comes twice")
        found.add(id)
        head = _operation(entry)
        need(head["dossier"] == scope.split(":")[1], "an operation of another dossier")
        batch = batches.get(entry["batch"])
        need(batch is not None and id in batch["operations"], "an operation that no batch lists")
        need(batch is not None and batch["signer"] == head["signer"], "an operation of another signer")
    return found


def _operation(entry: Told) -> Told:
    """Head and fields of an operation, as § 2 describes them."""
    head = read(entry["head"], 8 * KIB)
    need(isinstance(head, dict) and head.get("t") == "op" and head.get("v") == 1, "not a head")
    for name in ("dossier", "entity", "signer"):
        need(UUID.match(str(head.get(name))), f"head: {name}")
    need(isinstance(head.get("kind"), str) and head["kind"], "head: kind")
    milliseconds(head.get("at"))
    offset = head.get("offset", "")
    need(offset is None or (type(offset) is int and abs(offset) <= 10**13), "head: offset")
    hashes, texts = head.get("fields"), entry["fields"]
    need(isinstance(hashes, list) and 1 <= len(hashes) <= 31, "head: fields")
    need(hashes == sorted(set(hashes)) and len(hashes) == len(texts), "head: fields")
    for id in [*head.get("base", [None]), *hashes]:
        bytes_of(id, 32)
    names = []
    for hash, text in zip(hashes, texts, strict=True):
        if text:
            need(hash_of(text) == hash, "a field was changed")
            names.append(_field(text))
    need(len(set(names)) == len(names), "two fields of one name")
    return head  # type: ignore[no-any-return]


def _field(text: str) -> str:
    parts = read(text, 64 * KIB)
    need(
        isinstance(parts, list) and len(parts) == 3 and isinstance(parts[1], str) and parts[1], "not a field"
    )
    bytes_of(parts[0], 16)
    return str(parts[1])
