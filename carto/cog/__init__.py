"""The Code officiel géographique (COG): what communes became, and tables carried between years."""
