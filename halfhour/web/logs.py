"""One event, one line: a name with a line break in it must not look like a second entry."""

import logging


class OneLine(logging.Formatter):
    """Times are UTC. A fault's details stand on lines of their own, each beginning with a bar."""

    default_time_format = "%Y-%m-%dT%H:%M:%S"
    default_msec_format = "%s.%03dZ"

    @staticmethod
    def converter(seconds):  # type: ignore[no-untyped-def,override]  # as time.gmtime, for formatTime
        import time

        return time.gmtime(seconds)

    def format(self, record: logging.LogRecord) -> str:
        first, *details = super().format(record).split("\n")
        if not (record.exc_info or record.exc_text or record.stack_info):
            return printable(" ".join([first, *details]))
        return "\n".join([printable(first), *(f"  | {printable(line)}" for line in details)])


def printable(text: str) -> str:
    return "".join(c if c.isprintable() else " " for c in text)
