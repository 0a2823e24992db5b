"""A pause of Python's search for garbage that refers to itself, of which the generator makes none.

The search looks at all that was read so far, again and again; a sixth of the time of a check.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused() -> Iterator[None]:
    """Search for no garbage until this is done; what nothing refers to is freed as ever."""
    was_searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_searching:
            gc.enable()
