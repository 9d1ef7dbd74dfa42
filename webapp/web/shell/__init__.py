"""What every page needs: templates, headers, static files, errors, limits."""
