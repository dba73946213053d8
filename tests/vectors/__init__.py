"""What the golden vectors are made from; `python -m tests.vectors` writes them, by hand."""
