"""`python -m halfhour` is the `halfhour` command."""

from halfhour.web.cli import main

main()
