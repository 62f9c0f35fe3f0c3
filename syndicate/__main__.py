"""``python -m syndicate``: the same program as the ``syndicate`` command."""

from syndicate.cli import main

if __name__ == "__main__":
    main()
