"""The cache: bytes that took long to make, kept by the digest of what they were made from."""

import hashlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

DIGEST = hashlib.sha256().digest_size


@dataclass(frozen=True)
class Cache:
    """A folder of files; one that can't be read or written is as good as an empty one."""

    folder: Path

    def get(self, key: str) -> bytes | None:
        """Return what was kept, or None when nothing was or its file is damaged."""
        try:
            kept = (self.folder / key).read_bytes()
        except OSError:
            return None
        data = kept[DIGEST:]
        return data if kept[:DIGEST] == hashlib.sha256(data).digest() else None

    def keep(self, key: str, data: bytes) -> None:
        """Keep some bytes; a reader at the same time sees all of them or none."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self.folder)
            with os.fdopen(handle, "wb") as file:
                file.write(hashlib.sha256(data).digest() + data)
            Path(name).replace(self.folder / key)
        except OSError:
            return
