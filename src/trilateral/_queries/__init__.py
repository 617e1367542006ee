"""What one asks of a record and an agreement."""
