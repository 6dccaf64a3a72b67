"""The one way an action or a reader says no."""


class Refused(Exception):
    """Nothing was done. The message is a plain sentence for the person who asked."""
