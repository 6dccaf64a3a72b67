"""Every number of the method on one page: what it is, where it comes from, and how far it may be changed."""
