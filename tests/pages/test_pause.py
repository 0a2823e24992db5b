"""The pause of the search for garbage."""

import gc

import pytest

from handbook.pages.pause import paused


@paused()
def searches() -> bool:
    """Tell whether there is a search."""
    return gc.isenabled()


def test_pause() -> None:
    """There is no search inside, also of one in another, and there is one again after a fault."""
    assert not searches()
    assert gc.isenabled()
    with paused():
        assert not searches()
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(KeyError), paused():
        raise KeyError
    assert gc.isenabled()
