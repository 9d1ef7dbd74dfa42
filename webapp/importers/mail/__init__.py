"""Mail, as mail programs and Outlook save it."""
