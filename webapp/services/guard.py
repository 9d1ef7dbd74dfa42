"""Limits on the work of the verbs."""

from contextlib import AbstractContextManager, nullcontext


class Guard:
    """No limits, for the command line. The pages and the API have a stricter guard."""

    def imports(self, texts: int) -> None:
        """Count texts that are about to be stored, or fetched. Errors: TooMany."""

    def comparison(self) -> AbstractContextManager[None]:
        """Enclose the computing of a comparison. Errors: TooMany, Busy."""
        return nullcontext()

    def fetch(self) -> AbstractContextManager[None]:
        """Enclose the fetching of an address. Errors: Busy."""
        return nullcontext()

    def reading(self) -> AbstractContextManager[None]:
        """Enclose the reading of a file. Errors: Busy."""
        return nullcontext()

    def holds(self, version_id: int) -> bool:
        """Return whether whoever asks may read this version of an article that is not kept."""
        return True

    def work(self) -> AbstractContextManager[None]:
        """Enclose other work that grows with the texts. Errors: Busy."""
        return nullcontext()


OPEN = Guard()
