"""The files that a browser loads: assembled, named, served."""
