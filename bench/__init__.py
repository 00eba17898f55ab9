"""`python -m bench`: Carto's demonstration measured beside the naive path, in the same run."""
