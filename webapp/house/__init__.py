"""Whose site it is: settings, theme, navigation, legal pages."""
