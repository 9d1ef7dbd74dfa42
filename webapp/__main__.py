"""`python -m webapp`: the command line. Without arguments it serves the pages."""

import sys

from webapp.cli import main

if __name__ == "__main__":
    main(sys.argv[1:] or ["serve"], prog_name="python -m webapp")
