"""The contracts of every table, of inputs as of outputs: each column is defined once, here."""
