"""The terminal: the only place with a clock, colours and exit codes."""
