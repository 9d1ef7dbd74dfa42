"""What is looked at before anything runs: whether settings can be used, and who else can read what is kept."""
