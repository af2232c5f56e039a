#!/usr/bin/env python3
"""Verifies what an Ombud proves: python3 verify.py KEY FILE... (docs/audit.md says what the files are, and what it proves).

KEY is the municipality's verifier key. A FILE is a checkpoint that was kept, a proof of a case or a report, or a proof that one
checkpoint continues another. Ends with 0 where all of it holds, with 1 where something does not, with 2 where a file is none of these.
"""
import base64, hashlib, json, sys

P, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
sha256 = lambda data: hashlib.sha256(data).digest()


class Wrong(Exception):
    """Something does not hold."""


def decode(text):
    return base64.b64decode(text, validate=True)


def point(b):
    """RFC 8032, 5.1.3: a point of edwards25519 from its 32 bytes, in extended coordinates."""
    y, sign = int.from_bytes(b, "little") & (1 << 255) - 1, b[31] >> 7
    if y >= P:
        raise Wrong("a key or signature is no point of the curve")
    x2 = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(x2, (P + 3) // 8, P)
    x = x if (x * x - x2) % P == 0 else x * pow(2, (P - 1) // 4, P) % P
    if (x * x - x2) % P or (x == 0 and sign):
        raise Wrong("a key or signature is no point of the curve")
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P


def add(p, q):
    a, b, c, d = (p[1] - p[0]) * (q[1] - q[0]), (p[1] + p[0]) * (q[1] + q[0]), 2 * p[3] * q[3] * D, 2 * p[2] * q[2]
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(n, p):
    sum_ = (0, 1, 1, 0)
    while n:
        if n & 1:
            sum_ = add(sum_, p)
        p, n = add(p, p), n >> 1
    return sum_


BASE = point((4 * pow(5, -1, P) % P).to_bytes(32, "little"))


def signed(key, text, signature):
    """RFC 8032, 5.1.7."""
    s, h = int.from_bytes(signature[32:], "little"), int.from_bytes(hashlib.sha512(signature[:32] + key + text).digest(), "little")
    if len(signature) != 64 or s >= L:
        return False
    one, other = times(s, BASE), add(point(signature[:32]), times(h % L, point(key)))
    return (one[0] * other[2] - other[0] * one[2]) % P == 0 and (one[1] * other[2] - other[1] * one[2]) % P == 0


def checkpoint(note, key, known={}):
    """Size and root of a signed checkpoint (C2SP tlog-checkpoint, signed-note)."""
    if (note, key) not in known:
        name, id_, public = key.split("+", 2)
        if "\n\n" not in note:
            raise ValueError("it is no checkpoint")
        text, signatures = note.split("\n\n", 1)
        lines = text.split("\n")
        if lines[0] != name:
            raise Wrong(f"the checkpoint is of {lines[0]}, and the key of {name}")
        mine = [decode(line.split(" ")[2]) for line in signatures.split("\n") if line.startswith(f"— {name} ")]
        if not any(s[:4].hex() == id_ and signed(decode(public)[1:], (text + "\n").encode(), s[4:]) for s in mine):
            raise Wrong("the checkpoint is not signed by this key")
        known[(note, key)] = int(lines[1]), decode(lines[2])
    return known[(note, key)]


def parent(left, right):
    return sha256(b"\x01" + left + right)


def climb(index, last, path, step):
    """RFC 9162, 2.1.3.2 and 2.1.4.2: the hashes of a path, each with whether it stands on the left."""
    for hash_ in path:
        if last == 0:
            raise Wrong("a path is too long")
        left = index & 1 or index == last
        step(hash_, left)
        while left and not index & 1 and index:
            index, last = index >> 1, last >> 1
        index, last = index >> 1, last >> 1
    if last:
        raise Wrong("a path is too short")


def included(leaf, index, size, path, root):
    here = [sha256(b"\x00" + leaf)]
    if not 0 <= index < size:
        raise Wrong("an event is no leaf of a tree of that size")
    climb(index, size - 1, path, lambda hash_, left: here.append(parent(hash_, here[-1]) if left else parent(here[-1], hash_)))
    if here[-1] != root:
        raise Wrong(f"event {index} is not what the checkpoint covers")


def continued(size, root, later, later_root, path):
    if not 0 < size <= later or (size == later and (path or root != later_root)):
        raise Wrong("the later checkpoint does not continue the earlier one")
    if size == later:
        return
    path = [root] + path if size & size - 1 == 0 else path
    index, last = size - 1, later - 1
    while index & 1:
        index, last = index >> 1, last >> 1
    old, new = path[:1], path[:1]

    def step(hash_, left):
        if left:
            old.append(parent(hash_, old[-1]))
        new.append(parent(hash_, new[-1]) if left else parent(new[-1], hash_))

    climb(index, last, path[1:], step)
    if not path or old[-1] != root or new[-1] != later_root:
        raise Wrong("the later checkpoint does not continue the earlier one")


def events(proof, key):
    size, root = checkpoint(proof["checkpoint"], key)
    before = {}
    for each in proof["events"]:
        included(each["leaf"].encode(), each["index"], size, [decode(hash_) for hash_ in each["path"]], root)
        leaf = json.loads(each["leaf"])
        event, hash_ = leaf["event"], leaf["hash"]
        text = each["leaf"][len('{"event":') : each["leaf"].rindex(',"hash":"')]
        if event["seal"] > 1 and sha256(text.encode()).hex() != hash_:
            raise Wrong(f"event {each['index']} is not what its seal covers")
        if before.get((event["stream"], event["version"] - 1), event.get("previous")) != event.get("previous"):
            raise Wrong(f"event {each['index']} does not follow the one before it")
        before[(event["stream"], event["version"])] = hash_
        if event["type"] == "report_published" and sha256(event["data"]["document"].encode()).hex() != event["data"]["digest"]:
            raise Wrong("the published document has not the digest that was published with it")
    whole = all(version == 1 or (stream, version - 1) in before for stream, version in before)
    return f"{len(before)} events are what the checkpoint of {size} covers" + (", and none before them is missing" if whole else "")


def verify(text, key):
    """One file. Answers what holds, or raises Wrong; any other exception says that it is no such file."""
    if not text.lstrip().startswith("{"):
        return f"a checkpoint of {checkpoint(text, key)[0]} events, signed by this key"
    proof = json.loads(text)
    if not key.split("+")[0].endswith("/" + proof["municipality"]):
        raise Wrong("the proof is of another municipality than the key")
    if "events" in proof:
        return events(proof, key)
    (size, root), (later, later_root) = checkpoint(proof["from"], key), checkpoint(proof["to"], key)
    continued(size, root, later, later_root, [decode(hash_) for hash_ in proof["path"]])
    return f"the checkpoint of {later} continues that of {size}"


def main(key, *files):
    kept, code = {}, 0
    for name in files:
        try:
            text = open(name, encoding="utf-8").read()
            for one in text.splitlines() if name.endswith(".ndjson") else [text]:
                said = verify(one, key)
                proof = json.loads(one) if one.lstrip().startswith("{") else {"checkpoint": one}
                for note in filter(None, (proof.get(part) for part in ("checkpoint", "from", "to"))):
                    size, root = checkpoint(note, key)
                    if kept.setdefault(size, root) != root:
                        raise Wrong(f"two checkpoints of {size} events have different roots: history was written anew")
            print(f"{name}: {said}.")
        except Wrong as wrong:
            print(f"{name}: WRONG: {wrong}.")
            code = max(code, 1)
        except Exception as wrong:
            print(f"{name}: this is no checkpoint and no proof: {wrong}")
            code = 2
    return code


if __name__ == "__main__":
    if len(sys.argv) < 3:
        print(__doc__)
        sys.exit(2)
    sys.exit(main(*sys.argv[1:]))
