"""What several rooms share: the state of an address, measures, and where figures come from."""
