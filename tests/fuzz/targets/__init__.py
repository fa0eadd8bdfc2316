"""One file for each thing that is read from outside: `target(data)` raises only on a real fault."""
