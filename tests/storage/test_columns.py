"""Moments keep their meaning on a database without time zones."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import Column, MetaData, Table, create_engine, insert, make_url, select
from sqlalchemy.exc import StatementError

from webapp.storage.columns import UtcDateTime

NOON_IN_KATHMANDU = datetime(2022, 7, 20, 12, 0, 0, 123456, timezone(timedelta(hours=5, minutes=45)))
moments = Table("moment", MetaData(), Column("at", UtcDateTime))


def test_a_moment_is_returned_in_utc_and_to_the_microsecond(database_url: str) -> None:
    engine = create_engine(make_url(database_url))
    moments.metadata.create_all(engine)
    with engine.begin() as connection:
        connection.execute(insert(moments), [{"at": NOON_IN_KATHMANDU}, {"at": None}])
        found, nothing = connection.scalars(select(moments.c.at).order_by(moments.c.at.is_(None)))
    engine.dispose()
    assert (found, found.tzinfo) == (NOON_IN_KATHMANDU, UTC)
    assert nothing is None


def test_a_moment_without_a_zone_is_refused(database_url: str) -> None:
    engine = create_engine(make_url(database_url))
    moments.metadata.create_all(engine)
    with pytest.raises(StatementError, match="needs a time zone"), engine.begin() as connection:
        connection.execute(insert(moments).values(at=datetime(2022, 7, 20)))
    engine.dispose()
