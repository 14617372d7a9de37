"""python -m bot: everything an association runs."""

import gc
import sys


def main() -> int:
    """Read the code in, then run the command that was typed; what it returns is the exit code."""
    gc.disable()  # all that is read in stays: to search it for rubbish takes a sixth of the start
    from bot import commands

    gc.freeze()  # nor is it searched again while the bot runs
    gc.enable()
    return commands.run()


if __name__ == "__main__":
    sys.exit(main())
