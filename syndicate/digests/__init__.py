"""What goes into an edition, and how it reads."""
