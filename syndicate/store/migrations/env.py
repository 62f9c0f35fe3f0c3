"""How Alembic reaches the store: through the connection that ``upgrade`` was given."""

from alembic import context

from syndicate.store.schema import metadata

store = context.config.attributes["store"]

with store.write() as connection:
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=store.is_sqlite,
        compare_server_default=False,
    )
    with context.begin_transaction():
        context.run_migrations()
