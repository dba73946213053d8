"""What every answer has in common: declared permissions, one shape of error, headers, limits, files."""
