"""The version of the code; the edition of the facts is `record().edition`."""

__version__ = "1.0.0"
