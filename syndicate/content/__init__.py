"""What an article says, made clean: markup, text, summary, language, bylines.

Everything here is a pure function of its arguments. ``sanitise`` is the only
way for foreign HTML into the store; ``plain`` the only door to inscriptis.
"""
