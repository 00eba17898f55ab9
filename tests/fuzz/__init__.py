"""Inputs that a program invents: short runs with the tests, long ones with `make fuzz`."""
