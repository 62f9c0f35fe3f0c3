"""Who gets what: addresses, consent, tokens, and the limits of what may be asked for."""
