"""What can be wrong with a starting file: which file, which line, and what to do about it."""


class WrongInFile(Exception):
    """A starting file that cannot be taken as it is. Lines count from 1; 0 stands for the file as a whole."""

    def __init__(self, file: str, line: int, what: str) -> None:
        super().__init__(f"{file}, line {line}: {what}" if line else f"{file}: {what}")
        self.file, self.line, self.what = file, line, what


class WrongInText(Exception):
    """The same, seen from the text of a page, which does not know its file. Lines count from 0."""

    def __init__(self, line: int, what: str) -> None:
        super().__init__(what)
        self.line, self.what = line, what
