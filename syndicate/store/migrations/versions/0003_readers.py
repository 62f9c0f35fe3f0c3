"""Readers: how many subscribers of each feed its readers report."""

import sqlalchemy as sa
from alembic import op

from syndicate.store.schema import Instant

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "feed_readers",
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("reader", sa.String(length=64), nullable=False),
        sa.Column("feed_id", sa.String(length=64), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("subscribers", sa.Integer(), nullable=False),
        sa.Column("most", sa.Integer(), nullable=False),
        sa.Column("seen", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("path", "reader", "feed_id", "day", name=op.f("pk_feed_readers")),
    )
    op.create_index("ix_feed_readers_day", "feed_readers", ["day"])
