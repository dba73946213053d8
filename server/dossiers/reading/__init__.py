"""What desks read of dossiers. Every query here joins `readable_scopes`; nothing is filtered afterwards."""
