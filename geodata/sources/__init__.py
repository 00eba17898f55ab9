"""One module per published dataset; they never know each other."""
