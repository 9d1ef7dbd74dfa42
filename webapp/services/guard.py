"""Limits on the work of the verbs."""

from contextlib import AbstractContextManager, nullcontext


class Guard:
    """No limits, for the command line. The pages and the API have a stricter guard."""

    def imports(self, texts: int) -> None:
        """Count texts that are about to be stored. Errors: TooMany."""

    def comparison(self) -> AbstractContextManager[None]:
        """Enclose the computing of a comparison. Errors: TooMany, Busy."""
        return nullcontext()

    def fetch(self) -> AbstractContextManager[None]:
        """Enclose the fetching of an address. Errors: Busy."""
        return nullcontext()

    def work(self) -> AbstractContextManager[None]:
        """Enclose other work that grows with the texts. Errors: Busy."""
        return nullcontext()


OPEN = Guard()
