"""From measures to alerts, classes and one French sentence per commune."""
