"""Pings: which hubs have yet to be told of which feeds."""

import sqlalchemy as sa
from alembic import op

from syndicate.store.schema import Instant

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "pings",
        sa.Column("hub", sa.Text(), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("changes", sa.Integer(), nullable=False),
        sa.Column("changed", Instant(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("due", Instant(), nullable=True),
        sa.Column("tried", Instant(), nullable=True),
        sa.Column("code", sa.Integer(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("settled", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("hub", "topic", name=op.f("pk_pings")),
    )
