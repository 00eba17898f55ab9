"""Statistics that describe a whole territory: inequality, clusters, shrunk rates, class breaks."""
