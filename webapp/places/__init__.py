"""The places of help: found, filtered, listed, with their hours."""
