"""Checks a receipt's proof from the published formats alone: Python's hashlib and openssl.

Nothing here knows the program: RFC 9162 for the tree, C2SP signed-note and tlog-checkpoint for the
head, and docs/OPERATING.md for the names in the file.
"""

import base64
import hashlib
import json
import subprocess

# What stands before the 32 bytes of an Ed25519 key in its DER form (RFC 8410).
PREFIX = bytes.fromhex("302a300506032b6570032100")


def _sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def _root(leaf, index, size, path):
    """RFC 9162, 2.1.3.2."""
    place, last, node = index, size - 1, leaf
    for beside in path:
        assert last > 0, "the path is too long"
        if place % 2 or place == last:
            node = _sha(b"\x01", beside, node)
            while place and not place % 2:
                place, last = place // 2, last // 2
        else:
            node = _sha(b"\x01", node, beside)
        place, last = place // 2, last // 2
    assert last == 0, "the path is too short"
    return node


def is_signed(key, message, signature, folder):
    """Whether openssl finds the Ed25519 signature of these bytes good."""
    (folder / "key.der").write_bytes(PREFIX + key)
    (folder / "text").write_bytes(message)
    (folder / "signature").write_bytes(signature)
    return subprocess.run(
        ["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER",
         "-inkey", folder / "key.der", "-rawin", "-in", folder / "text",
         "-sigfile", folder / "signature"],
        capture_output=True,
    ).returncode == 0


def read_checkpoint(note, key_text, folder):
    """Origin, size and root of a head whose signature openssl finds good."""
    text, _, signatures = note.rpartition("\n\n")
    text += "\n"
    name, key_id, key = key_text.split("+", 2)
    key = base64.b64decode(key)
    assert key[0] == 1 and len(key) == 33
    assert _sha(name.encode(), b"\n", key)[:4].hex() == key_id
    dash, signer, signature = signatures.strip().split(" ")
    signature = base64.b64decode(signature)
    assert (dash, signer, signature[:4].hex()) == ("—", name, key_id)
    assert is_signed(key[1:], text.encode(), signature[4:], folder)
    origin, size, root, rest = text.split("\n")
    assert origin == name and rest == ""
    return origin, int(size), base64.b64decode(root)


def check(file, key, folder):
    """The event of a proof that holds, and the openings of what it commits to."""
    proof = json.loads(file)
    assert (proof["format"], proof["version"], proof["key"]) == ("serasan-receipt", 1, key)
    _, size, root = read_checkpoint(proof["checkpoint"], key, folder)
    event = base64.b64decode(proof["event"])
    path = [base64.b64decode(one) for one in proof["inclusion"]]
    assert _root(_sha(b"\x00", event), proof["index"], size, path) == root
    fields = json.loads(event)
    named = {one["id"]: one["c"] for one in fields.values() if isinstance(one, dict) and "c" in one}
    opened = {}
    for opening in proof["openings"]:
        plaintext = base64.b64decode(opening["plaintext"])
        commitment = _sha(
            b"serasan.payload.v1", bytes.fromhex(opening["payload_id"]),
            base64.b64decode(opening["r"]), plaintext,
        )
        assert named[opening["payload_id"]] == commitment.hex()
        opened[opening["payload_id"]] = plaintext
    return fields, opened
