"""Parts that every page may use; each brings its own accessible name."""
