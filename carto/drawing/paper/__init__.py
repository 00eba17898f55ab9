"""Maps on sheets of paper, drawn in millimetres: words and marks have their true size."""
