"""Words that several rooms share: figures, where they come from, the state of an address."""
