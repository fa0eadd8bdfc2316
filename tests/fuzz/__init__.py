"""Everything that is read from outside, given bytes that nobody thought of."""
