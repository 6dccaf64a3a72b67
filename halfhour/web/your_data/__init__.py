"""Your data: backups, export and import, a copy for someone who asks, erasing, and the pages for them."""
