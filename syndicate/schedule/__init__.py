"""When things happen: what is due, the clock that asks, and the process that does it."""
