"""The manifest: which files below docs the generator wrote, by their digests.

A file that a person has changed since has another digest, and is the person's.
"""

import hashlib
import json
from pathlib import Path

SRC_URI = "api/generated.json"

Digests = dict[str, str]


def text(files: dict[str, bytes]) -> str:
    """Return the manifest of some files: path -> SHA-256 in hexadecimal."""
    digests = {src_uri: digest(data) for src_uri, data in sorted(files.items())}
    return json.dumps({"files": digests}, ensure_ascii=False, indent=2) + "\n"


def load(docs: Path) -> Digests:
    """Return what the manifest in docs lists; one that can't be read lists nothing."""
    path = docs / SRC_URI
    try:
        files = json.loads(path.read_bytes())["files"]
        listed = {str(src_uri): str(found) for src_uri, found in files.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
    return {**listed, SRC_URI: digest(path.read_bytes())}


def digest(data: bytes) -> str:
    """Return the SHA-256 of a file's bytes."""
    return hashlib.sha256(data).hexdigest()
