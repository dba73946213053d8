"""What people do with actions, a file per verb."""
