"""Today: what is due as lines, for the page, the command and the morning list."""
