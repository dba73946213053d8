"""The parts of a pull: cursors, which entries go into the page, what is read, how it is told."""
