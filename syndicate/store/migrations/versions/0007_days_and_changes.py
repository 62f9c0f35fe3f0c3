"""Days with mail, by which a domain is warmed up, and when an edition last changed what it shows.

A domain that was being warmed up begins anew: the days since its first are not
those with mail.
"""

import sqlalchemy as sa
from alembic import op

from syndicate.store.schema import Instant

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("editions", sa.Column("changed", Instant(), nullable=True))
    with op.batch_alter_table("domains") as table:
        table.add_column(sa.Column("days", sa.Integer(), server_default="0", nullable=False))
        table.drop_column("since")


def downgrade() -> None:
    with op.batch_alter_table("domains") as table:
        table.add_column(
            sa.Column("since", sa.String(length=10), server_default="", nullable=False)
        )
        table.drop_column("days")
    op.execute("UPDATE domains SET since = day")
    with op.batch_alter_table("editions") as table:
        table.drop_column("changed")
