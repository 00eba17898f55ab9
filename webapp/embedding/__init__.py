"""Maps in the pages of others: frames, codes, oEmbed."""
