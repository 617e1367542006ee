"""The formats in which rosters are written: from bytes to plain data, with line numbers and without an error raised."""
