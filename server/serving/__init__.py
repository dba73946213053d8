"""Running the server: gunicorn, the job worker, and HTTPS for tablets on the local network."""
