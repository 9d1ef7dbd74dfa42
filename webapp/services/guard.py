"""What stands before the work of the verbs: who may have it done now."""

from contextlib import AbstractContextManager, nullcontext


class Guard:
    """Lets everything pass: whoever works at the command line has the machine. The pages have a stricter one."""

    def imports(self, texts: int) -> None:
        """Stand before texts that are to be kept. Errors: TooMany."""

    def comparison(self) -> AbstractContextManager[None]:
        """Stand around a comparison that is computed. Errors: TooMany, Busy."""
        return nullcontext()

    def work(self) -> AbstractContextManager[None]:
        """Stand around other work that grows with the texts. Errors: Busy."""
        return nullcontext()


OPEN = Guard()
