"""How Alembic reaches the store: through the connection that ``upgrade`` was given.

All migrations are one transaction, and of several processes one runs them: the
others wait, and then find nothing to do. On SQLite a writing transaction is
alone from its start; on PostgreSQL a lock says so that ends with it.
"""

from alembic import context
from sqlalchemy import func, select

from syndicate.store.schema import metadata

store = context.config.attributes["store"]

with store.write() as connection:
    if not store.is_sqlite:
        connection.execute(select(func.pg_advisory_xact_lock(func.hashtext("upgrade"))))
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=store.is_sqlite,
        compare_server_default=False,
    )
    with context.begin_transaction():
        context.run_migrations()
