"""What each kind of file is called, by addresses and by the command line: told without loading what writes them."""

JSON = "json"
ENDINGS = (JSON, "html", "docx", "txt", "csv", "diff", "tei.xml")
