"""Figures of this machine: `./run bench` prints them all, `./run bench NAME` one. Ratios are against a named baseline in the same run."""
