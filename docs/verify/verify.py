#!/usr/bin/env python3
"""Verifies a GuaranteeTracker log with nothing but Python's standard library, and nothing of the service's own code.

    verify.py proof  <file> --key <log key>                    a saved answer of /api/claims/{id}/proof
    verify.py log    <service> [--key <log key>] [--since <note file>] [--keep <note file>]
    verify.py export <file> --key <log key>                    a file that export --with-leaves wrote

A log key is the line that /log/key gives (name+id+base64), or a file that holds it. Exit code 0: all holds; 1: something does not;
2: nothing could be verified. README.md beside this file explains the formats.
"""
import argparse
import base64
import decimal
import hashlib
import json
import os
import sys
import urllib.request


class Wrong(Exception):
    """Something does not hold."""


def must(holds, what):
    if not holds:
        raise Wrong(what)


# --- ECDSA on P-256 with SHA-256 (FIPS 186-4). Slow, and on public data alone: no secret is in here. ---

P = 2**256 - 2**224 + 2**192 + 2**96 - 1
N = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
B = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B
G = (0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
     0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5)
# SubjectPublicKeyInfo of an uncompressed point of P-256, up to the point.
SPKI = bytes.fromhex("3059301306072a8648ce3d020106082a8648ce3d03010703420004")


def add(p, q):
    if p is None or q is None:
        return p or q
    if p[0] == q[0]:
        if (p[1] + q[1]) % P == 0:
            return None
        slope = (3 * p[0] * p[0] - 3) * pow(2 * p[1], -1, P) % P
    else:
        slope = (q[1] - p[1]) * pow(q[0] - p[0], -1, P) % P
    x = (slope * slope - p[0] - q[0]) % P
    return x, (slope * (p[0] - x) - p[1]) % P


def times(k, p):
    total = None
    while k:
        if k & 1:
            total = add(total, p)
        p, k = add(p, p), k >> 1
    return total


def der_numbers(der):
    """The two numbers of a DER signature, strictly."""
    must(len(der) >= 8 and der[0] == 0x30 and der[1] == len(der) - 2 < 128, "The signature is not DER.")
    numbers, at = [], 2
    for _ in range(2):
        must(at + 2 <= len(der) and der[at] == 2, "The signature is not DER.")
        raw = der[at + 2:at + 2 + der[at + 1]]
        must(0 < len(raw) == der[at + 1] and raw[0] < 128 and not (len(raw) > 1 and raw[0] == 0 and raw[1] < 128), "The signature is not DER.")
        numbers.append(int.from_bytes(raw, "big"))
        at += 2 + len(raw)
    must(at == len(der), "The signature is not DER.")
    return numbers


def is_signed(text, der, point):
    r, s = der_numbers(der)
    if not (0 < r < N and 0 < s < N):
        return False
    e = int.from_bytes(hashlib.sha256(text).digest(), "big")
    w = pow(s, -1, N)
    found = add(times(e * w % N, G), times(r * w % N, point))
    return found is not None and found[0] % N == r


# --- Keys and notes (C2SP signed-note, tlog-checkpoint) ---

class Key:
    def __init__(self, given):
        if os.path.isfile(given):
            with open(given, encoding="utf-8") as file:
                given = file.read()
        self.name, key_id, encoded = given.strip().split("+", 2)
        raw = base64.b64decode(encoded, validate=True)
        must(raw[0] == 2 and raw[1:].startswith(SPKI) and len(raw) == 1 + len(SPKI) + 64, "The log key is none of P-256.")
        self.id = hashlib.sha256(raw[1:]).digest()[:4]
        must(self.id.hex() == key_id, "The log key was not copied whole: its id is not that of the key.")
        self.point = int.from_bytes(raw[-64:-32], "big"), int.from_bytes(raw[-32:], "big")
        x, y = self.point
        must(x < P and y < P and (y * y - (x * x * x - 3 * x + B)) % P == 0, "The log key is no point of P-256.")


class Checkpoint:
    """A note, read only after its signature was found right."""

    def __init__(self, note, key):
        text, _, signatures = note.rpartition("\n\n")
        text += "\n"
        must(signatures.endswith("\n"), "This is no signed note.")
        found = False
        for line in signatures[:-1].split("\n"):
            must(line.startswith("\u2014 ") and line.count(" ") == 2, "This is no signed note.")
            _, name, encoded = line.split(" ")
            raw = base64.b64decode(encoded, validate=True)
            if name == key.name and raw[:4] == key.id:
                must(is_signed(text.encode(), raw[4:], key.point), "The signature of the log is wrong.")
                found = True
        must(found, "The note is not signed with this log's key.")
        lines = text.split("\n")
        must(len(lines) == 6 and lines[0] == key.name and lines[3].startswith("sequence ") and lines[4].startswith("at "), "The note is no checkpoint of this log.")
        self.note, self.size, self.root, self.sequence, self.at = note, int(lines[1]), base64.b64decode(lines[2], validate=True), int(lines[3][9:]), lines[4][3:]
        must(str(self.size) == lines[1] and len(self.root) == 32, "The note is no checkpoint of this log.")

    def __str__(self):
        return f"{self.size} leaves up to sequence {self.sequence}, at {self.at}, root {base64.b64encode(self.root).decode()}"


# --- Trees (RFC 6962, 2.1) ---

def leaf_hash(content):
    return hashlib.sha256(b"\0" + content).digest()


def node_hash(left, right):
    return hashlib.sha256(b"\1" + left + right).digest()


def split(size):
    """The largest power of two below."""
    return 1 << ((size - 1).bit_length() - 1)


def root_from_path(leaf, index, size, path):
    """The root to which an inclusion proof leads."""
    if size == 1:
        must(not path, "The inclusion proof has too many hashes.")
        return leaf
    must(path, "The inclusion proof has too few hashes.")
    half = split(size)
    if index < half:
        return node_hash(root_from_path(leaf, index, half, path[:-1]), path[-1])
    return node_hash(path[-1], root_from_path(leaf, index - half, size - half, path[:-1]))


def roots_from_proof(old, new, path, old_root, is_whole=True):
    """The roots of both trees to which a consistency proof leads."""
    if old == new:
        if is_whole:
            return old_root, old_root
        must(path, "The consistency proof has too few hashes.")
        shared = path.pop()
        return shared, shared
    must(path, "The consistency proof has too few hashes.")
    half, last = split(new), path.pop()
    if old <= half:
        small, large = roots_from_proof(old, half, path, old_root, is_whole)
        return small, node_hash(large, last)
    small, large = roots_from_proof(old - half, new - half, path, old_root, False)
    return node_hash(last, small), node_hash(last, large)


class Tree:
    """Grows by leaves, and knows its root at any time: the roots of its complete subtrees, largest first."""

    def __init__(self):
        self.size, self.parts = 0, []

    def append(self, leaf):
        """Returns the level and the root of each subtree of 256, 65,536, ... leaves that is complete now."""
        self.size += 1
        self.parts.append(leaf)
        height, complete = 0, []
        while not self.size >> height & 1:
            right = self.parts.pop()
            self.parts.append(node_hash(self.parts.pop(), right))
            height += 1
            if height % 8 == 0:
                complete.append((height // 8, self.parts[-1]))
        return complete

    def root(self):
        if not self.parts:
            return hashlib.sha256(b"").digest()
        root = self.parts[-1]
        for part in reversed(self.parts[:-1]):
            root = node_hash(part, root)
        return root


# --- Canonical JSON (RFC 8785, numbers exact to their last digit) ---

def number_text(value):
    sign, digits, exponent = value.as_tuple()
    digits = "".join(map(str, digits)).lstrip("0")
    stripped = digits.rstrip("0")
    point = len(digits) + exponent
    digits = stripped
    if not digits:
        return "0"
    if 0 < point <= 21:
        text = digits.ljust(point, "0") if len(digits) <= point else f"{digits[:point]}.{digits[point:]}"
    elif -6 < point <= 0:
        text = "0." + "0" * -point + digits
    else:
        text = digits[0] + ("." + digits[1:] if len(digits) > 1 else "") + f"e{point - 1:+d}"
    return ("-" if sign else "") + text


def canonical(value):
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be", "surrogatepass"))
        return "{" + ",".join(canonical(name) + ":" + canonical(value[name]) for name in names) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    if isinstance(value, decimal.Decimal):
        return number_text(value)
    return json.dumps(value, ensure_ascii=False)


def members_once(pairs):
    must(len({name for name, _ in pairs}) == len(pairs), "A member stands twice.")
    return dict(pairs)


def read_json(text):
    """Numbers stay as they are written; nothing may stand twice."""
    return json.loads(text, parse_int=decimal.Decimal, parse_float=decimal.Decimal, object_pairs_hook=members_once)


def leaf_of(e):
    """The leaf's text of {id, stream, version, type, recordedAt, headers, data}."""
    return canonical({name: e[name] for name in ("id", "stream", "version", "type", "recordedAt", "headers", "data")})


# --- What is verified ---

def verify_proof(path, key):
    with open(path, encoding="utf-8") as file:
        proof = json.load(file)
    checkpoint = Checkpoint(proof["checkpoint"], key)
    root = base64.b64decode(proof["root"], validate=True)
    must((checkpoint.size, checkpoint.root) == (proof["size"], root), "The signed checkpoint is of another tree than the proof.")
    indexes = [e["index"] for e in proof["events"]]
    must(indexes and len(set(indexes)) == len(indexes), "Events of the claim are missing: none is told, or one is told twice.")
    versions, bare, told = [], [], []
    for e in proof["events"]:
        place = f"leaf {e['index']}"
        leaf = base64.b64decode(e["leafHash"], validate=True)
        must(0 <= e["index"] < checkpoint.size, f"{place}: there is no such leaf.")
        path_up = [base64.b64decode(hash_, validate=True) for hash_ in e["hashes"]]
        must(root_from_path(leaf, e["index"], checkpoint.size, path_up) == checkpoint.root, f"{place}: it is not in the tree.")
        if e["leaf"] is None:
            bare.append(e["index"])
            continue
        must(leaf_hash(e["leaf"].encode()) == leaf, f"{place}: what it says is not what its hash is of.")
        said = read_json(e["leaf"])
        must(leaf_of(said) == e["leaf"], f"{place}: it is not in canonical form.")
        must((said["id"], said["stream"], int(said["version"]), said["type"]) == (e["id"], e["stream"], e["version"], e["type"]), f"{place}: the event beside it says something else.")
        if said["stream"] == f"claim:{proof['claim']}":
            versions.append(int(said["version"]))
        told.append(f"{place}: {said['type']}, version {said['version']} of {said['stream']}, recorded {said['recordedAt']}")
        content = said["data"].get("content") or {}
        for quote in (content.get("evidence") or {}).get("quotes", []):
            told.append(f"    \u201c{quote['exact']}\u201d of source {content['evidence']['source']}")
        if "textSha256" in said["data"]:
            told.append(f"    SHA-256 of the source's text: {said['data']['textSha256']}")
    must(not told or versions and sorted(versions) == list(range(1, len(versions) + 1)), "Events of the claim are missing.")
    if bare:
        told.append(f"{len(bare)} leaves are in the tree of {checkpoint}: {', '.join(map(str, bare))}. What they say was not given: that they are of claim {proof['claim']} is the service's word alone.")
    if len(bare) < len(indexes):
        told.append(f"The proof holds: {checkpoint}")
    print("\n".join(told))


def get(service, path, most):
    with urllib.request.urlopen(f"{service.rstrip('/')}/{path}", timeout=30) as answer:
        content = answer.read(most + 1)
    must(len(content) <= most, f"/{path} answers with more than it ever does.")
    return content


def tile(service, level, index, width):
    part = "" if width == 256 else f".p/{width}"
    hashes = get(service, f"log/tile/{level}/{index}{part}", 8192)
    must(len(hashes) == 32 * width, f"Tile {index} of level {level} has not {width} hashes.")
    return [hashes[at:at + 32] for at in range(0, len(hashes), 32)]


def verify_log(service, key, since, keep):
    key = Key(key or get(service, "log/key", 65536).decode())
    checkpoint = Checkpoint(get(service, "log/checkpoint", 65536).decode(), key)
    older = None
    if since:
        with open(since, encoding="utf-8") as file:
            older = Checkpoint(file.read(), key)
        must(older.size <= checkpoint.size, f"The log ends at size {checkpoint.size}, and had {older.size} leaves before.")
        if 0 < older.size < checkpoint.size:
            proof = json.loads(get(service, f"log/proof/consistency?from={older.size}&to={checkpoint.size}", 65536))
            path = [base64.b64decode(hash_, validate=True) for hash_ in proof["hashes"]]
            small, large = roots_from_proof(older.size, checkpoint.size, path, older.root)
            must(not path and (small, large) == (older.root, checkpoint.root), "The log does not prove that it goes on from the older note.")
    tree, above = Tree(), {}
    for first in range(0, checkpoint.size, 256):
        for leaf in tile(service, 0, first // 256, min(256, checkpoint.size - first)):
            for level, root in tree.append(leaf):
                above.setdefault(level, []).append(root)
            if older and tree.size == older.size:
                must(tree.root() == older.root, "The leaves do not lead to the older note: the log was rewritten.")
    must(tree.root() == checkpoint.root, "The tiles do not give the root that was signed.")
    for level, hashes in above.items():
        for first in range(0, len(hashes), 256):
            must(tile(service, level, first // 256, len(hashes[first:first + 256])) == hashes[first:first + 256], f"Tile {first // 256} of level {level} is not that of the tiles below it.")
    if keep:
        with open(keep, "w", encoding="utf-8") as file:
            file.write(checkpoint.note)
    print(f"The log holds: {checkpoint}" + (f"; it goes on from {older}" if older else ""))


# What makes a line of a type. A leaf alone is left of a source whose text was taken down.
MADE_BY = {
    "actor": {"actor-registered", "actor-renamed", "alias-added", "alias-removed", "mandate-granted", "mandate-ended", "mandate-withdrawn"},
    "topic": {"topic-registered", "topic-reworded"},
    "source": {"source-registered"},
    "claim": {"claim-recorded"},
    "encounter": {"encounter-recorded"},
    "correction": {"claim-corrected"},
    "retraction": {"claim-retracted"},
    "dispute": {"claim-disputed"},
    "resolution": {"dispute-resolved"},
    "withdrawal": {"source-withdrawn"},
    "encounter-correction": {"encounter-corrected"},
    "leaf": {"source-registered"},
}


def moment(text):
    """Fractions of a second may be written shorter in a line."""
    must(text.endswith("Z"), f"{text} is not UTC.")
    whole, _, fraction = text[:-1].partition(".")
    return whole, fraction.ljust(6, "0")


class Order:
    """Sequence numbers in the order of leaves: each once, rising but for those found late, which fill holes that were left below."""

    def __init__(self):
        self.highest, self.holes, self.late = 0, [], 0

    def add(self, sequence):
        """Returns whether the number can stand here."""
        if sequence > self.highest:
            self.leave(self.highest + 1, sequence - 1)
            self.highest = sequence
            return True
        for first, last in self.holes:
            if first <= sequence <= last:
                self.late += 1
                self.holes.remove((first, last))
                self.leave(first, sequence - 1)
                self.leave(sequence + 1, last)
                return True
        return False

    def leave(self, first, last):
        if first <= last:
            self.holes.append((first, last))


def words_agree(line, said):
    """Whether a line of an export says what its leaf says, as far as both use the same words."""
    data, kind = said["data"], line["type"]
    content = data.get("content") or data
    if kind == "source":
        sent = line["text"].replace("\r\n", "\n")
        if hashlib.sha256(sent.encode()).hexdigest() != data["textSha256"]:
            return False
    told = line.get("claim") if kind == "correction" else line
    for name in ("actor", "topic", "summary", "stated", "stance", "act", "voice", "speaker", "reportedBy", "venue", "title", "proposition", "url", "publisher", "reason", "date", "place"):
        sent, kept = told.get(name, line.get(name)), content.get(name, data.get(name))
        if sent is not None and kept is not None and kept not in (sent, sent.replace("\r\n", "\n")):
            return False
    if "evidence" in told:
        exact = [quote["exact"].replace("\r\n", "\n") for quote in told["evidence"]["quotes"]]
        return exact == [quote["exact"] for quote in content["evidence"]["quotes"]] and told["evidence"]["source"] == content["evidence"]["source"]
    return True


def verify_export(path, key):
    tree, order, checkpoint, known, beyond, textless = Tree(), Order(), None, 0, 0, 0
    with open(path, encoding="utf-8") as file:
        for number, text in enumerate(file, 1):
            line = read_json(text)
            if checkpoint is None:
                must(line.get("type") == "export", "The first line is no head of an export.")
                must(line.get("checkpoint"), "The head names no signed checkpoint.")
                checkpoint, known = Checkpoint(line["checkpoint"], key), int(line["known"]["sequence"])
                at, signed_at = moment(line["known"]["at"]), moment(checkpoint.at)
                must(known > checkpoint.sequence and at >= signed_at or (known, at) == (checkpoint.sequence, signed_at), "The head says another moment than the checkpoint that it names.")
                continue
            recorded = line["recorded"]
            must("leaf" in recorded, f"Line {number} has no leaf: only what export --with-leaves writes can be verified.")
            sequence = int(recorded["sequence"])
            if tree.size == checkpoint.size:
                must(checkpoint.sequence < sequence <= known, f"Line {number}: its sequence is not between those of the checkpoint and of the head.")
                beyond += 1
                continue
            must(int(recorded["index"]) == tree.size, f"Line {number}: leaf {tree.size} should come here.")
            must(sequence <= checkpoint.sequence and order.add(sequence), f"Line {number}: its sequence is beyond the checkpoint, or that of another line.")
            tree.append(leaf_hash(recorded["leaf"].encode()))
            said = read_json(recorded["leaf"])
            must(leaf_of(said) == recorded["leaf"], f"Line {number}: its leaf is not in canonical form.")
            must(said["type"] in MADE_BY.get(line["type"], ()), f"Line {number} is of another type than its leaf.")
            must(moment(recorded["at"]) == moment(said["recordedAt"]), f"Line {number} says another time than its leaf.")
            must((said["headers"] or {}).get("recordedBy") == recorded.get("by"), f"Line {number} names another analyst than its leaf.")
            if line["type"] == "leaf":
                textless += 1
                continue
            must(said["stream"].partition(":")[2] == line["id"] and said["version"] == line["version"], f"Line {number} is about something else than its leaf.")
            must(words_agree(line, said), f"Line {number} does not say what its leaf says.")
    must(checkpoint is not None, "The file is empty.")
    must(tree.size == checkpoint.size, f"The file has {tree.size} leaves of {checkpoint.size}.")
    must(tree.root() == checkpoint.root, "The leaves do not give the root that was signed.")
    print(f"The export holds: {checkpoint}; {textless} texts taken down, {order.late} found late, {beyond} lines beyond the checkpoint")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["proof", "log", "export"])
    parser.add_argument("where")
    parser.add_argument("--key")
    parser.add_argument("--since")
    parser.add_argument("--keep")
    given = parser.parse_args()
    try:
        if given.what == "log":
            verify_log(given.where, given.key, given.since, given.keep)
        else:
            must(given.key, "Give the log's key: --key")
            (verify_proof if given.what == "proof" else verify_export)(given.where, Key(given.key))
        return 0
    except (Wrong, LookupError, TypeError, AttributeError, ValueError, ArithmeticError) as wrong:
        print(f"Wrong: {wrong}" if isinstance(wrong, Wrong) else f"Wrong: this cannot be read ({type(wrong).__name__}: {wrong})", file=sys.stderr)
        return 1
    except OSError as away:
        print(f"Nothing could be verified: {away}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
