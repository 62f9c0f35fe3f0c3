"""The vocabulary: frozen values that flow between the parts, and the errors.

Nothing here reads a clock, a file or the network; nothing here imports
another part of syndicate.
"""
