"""How the store opens, closes and survives."""
