"""Fixtures of the gate's tests."""

from collections.abc import Iterator

import pytest

from tests.fetching.sites import Connections, Site, answer, site


@pytest.fixture
def news() -> Iterator[Site]:
    """A site with one story."""
    with site({"*": answer()}) as served:
        yield served


@pytest.fixture
def connections() -> Iterator[Connections]:
    """All connections that this process opens from now on."""
    watch = Connections()
    yield watch
    watch.end()
