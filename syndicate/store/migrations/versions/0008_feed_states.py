"""What each feed and archive document last showed, and since when.

What was published before is taken to be no older than the last withdrawal from
it: no feed may go back in time.
"""

import sqlalchemy as sa
from alembic import op

from syndicate.store.schema import Instant

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_STATES = "INSERT INTO feed_states (folder, updated) "


def upgrade() -> None:
    op.create_table(
        "feed_states",
        sa.Column("folder", sa.String(length=255), nullable=False),
        sa.Column("shown", sa.String(length=64), nullable=True),
        sa.Column("updated", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("folder", name=op.f("pk_feed_states")),
    )
    op.add_column("archives", sa.Column("shown", sa.String(length=64), nullable=True))
    op.add_column("archives", sa.Column("updated", Instant(), nullable=True))
    op.execute(
        f"{_STATES}SELECT slug, removal FROM sections "
        "WHERE slug IS NOT NULL AND removal IS NOT NULL"
    )
    op.execute(
        f"{_STATES}SELECT kind || '/' || slug, removal FROM lists "
        "WHERE slug IS NOT NULL AND removal IS NOT NULL"
    )
    for folder in ("", "latest"):
        op.execute(
            f"{_STATES}SELECT '{folder}', max(removal) FROM sections "
            "HAVING max(removal) IS NOT NULL"
        )


def downgrade() -> None:
    with op.batch_alter_table("archives") as table:
        table.drop_column("updated")
        table.drop_column("shown")
    op.drop_table("feed_states")
