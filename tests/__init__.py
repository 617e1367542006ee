"""A package, so that it is found before the one of this name that a library for Popolo brings along."""
