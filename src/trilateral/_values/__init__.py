"""What things are: immutable values, without facts, files or clock."""
