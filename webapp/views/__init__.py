"""What several rooms share: the state of an address, its places, measures, where figures come from."""
