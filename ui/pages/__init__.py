"""One page, one file; pages never import each other."""
