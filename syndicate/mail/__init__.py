"""Mail: composing it, handing it over, and knowing what became of it."""
