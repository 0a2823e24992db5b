"""Saving: a file is written whole or not at all, and never over another without being told."""

from contextlib import suppress
from pathlib import Path

from handbook.problem import UnusableError


def save(name: str, data: bytes, *, force: bool) -> None:
    """Write a file; `UnusableError` when it can't be, or exists and is not to be replaced."""
    path = Path(name).resolve()
    try:
        _may_be_written(name, path, force=force)
        _write(path, data)
    except OSError as error:
        raise UnusableError(f"'{name}' can't be written: {error.strerror}.") from None


def _may_be_written(name: str, path: Path, *, force: bool) -> None:
    if not path.parent.is_dir():
        raise UnusableError(f"'{name}' is in no folder that exists. Make the folder first.")
    if path.exists() and not path.is_file():
        raise UnusableError(f"'{name}' is not a file. Name one.")
    if path.exists() and not force:
        raise UnusableError(f"'{name}' exists. Name another file, or replace it with --force.")


def _write(path: Path, data: bytes) -> None:
    """Write beside the file and rename, which is one step, so that no reader meets half a file."""
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(data)
        part.replace(path)
    except OSError:
        with suppress(OSError):
            part.unlink()
        raise
