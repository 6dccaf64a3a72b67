"""The one way an action or a reader says no."""


class Refused(Exception):  # noqa: N818  # it says what happened; nothing here is an error of the program
    """Nothing was done. The message is a plain sentence for the person who asked."""
