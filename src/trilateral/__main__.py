"""The command ``trilateral``, also ``python -m trilateral``."""

import sys

__all__ = ["main"]


def main() -> int:
    """Run the command line and return its exit code."""
    try:
        from trilateral._cli.commands import run  # noqa: PLC0415 - only with the extra can it be imported

        return run(sys.argv[1:])
    except KeyboardInterrupt:
        return 130  # what a shell reports of a command that Ctrl-C ended
    except ModuleNotFoundError as missing:
        if missing.name not in ("click", "rich"):
            raise
        print("error: the command line needs the extra \"cli\": pip install 'trilateral[cli]'", file=sys.stderr)  # noqa: T201
        return 2


if __name__ == "__main__":
    sys.exit(main())
