"""Qt windows over the core: pages show frozen views and hand back forms."""
