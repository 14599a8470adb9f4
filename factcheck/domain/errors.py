"""The errors a user can meet; each message says what is wrong and what to do next.

FactcheckError
  InvalidInput          what was typed cannot be used
    InvalidValue        a field of a decision has no such value
    InvalidReference    not the form of an article or a sentence
    InvalidKeys         keys.toml cannot be used
    InvalidScheme       a scheme.toml cannot be used
    NeedsCorrection     readers can see it, and nothing says how they are told of a change
    NotPermitted        sign-off does not allow it: by this person, or yet
    UnclearPart         which part of a split sentence keeps what was decided on it
  NotFound              nothing has that name
  NothingToUndo         the reviewer has nothing left to take back, or to redo
  Unreadable            a source is not an article
    MissingExtra        reading it needs a library that is not installed
  NotSaved              the database refused a write; nothing has changed
    NotSavedInDamaged   because the file is damaged; it is DatabaseUnusable as well
  NotWritten            a file could not be written; the old one is still there
  NoEditor              the reviewer's editor cannot be run
  DatabaseUnusable      the database cannot be opened
    NewerDatabase       it was made by a newer factcheck
"""


class FactcheckError(Exception):
    """Anything that went wrong in a way the user can mend."""


class InvalidInput(FactcheckError):
    """What was typed cannot be used."""


class InvalidValue(InvalidInput):
    """A field of a decision does not allow this value."""


class InvalidReference(InvalidInput):
    """The text does not have the form of an article or a sentence."""


class InvalidKeys(InvalidInput):
    """The reviewer's own key table cannot be used."""


class InvalidScheme(InvalidInput):
    """A file does not say what a project has agreed on."""


class UnclearPart(InvalidInput):
    """It was not said which part of a split sentence keeps what was decided on it."""


class NeedsCorrection(InvalidInput):
    """Readers can see the fact-check, and it was not said how they are told of the change."""


class NotPermitted(InvalidInput):
    """The rules of sign-off do not allow it: by this person, or yet."""


class NotFound(FactcheckError):
    """Nothing in the database has that name."""


class NothingToUndo(FactcheckError):
    """The reviewer has no decision left to take back, or to redo."""


class Unreadable(FactcheckError):
    """A source cannot be read as an article."""


class MissingExtra(Unreadable):
    """Reading it needs a library that a plain install leaves out."""


class NotSaved(FactcheckError):
    """The database refused a write; nothing has changed."""


class NotWritten(FactcheckError):
    """A file could not be written; what was there before is still there."""


class NoEditor(FactcheckError):
    """The reviewer's editor cannot be run."""


class DatabaseUnusable(FactcheckError):
    """The database cannot be opened."""

    def __init__(self, told: str, way_out: str = "") -> None:
        """Say what was `told`, and the `way_out` if there is one."""
        super().__init__(f"{told} {way_out}" if way_out else told)
        self.told = told


class NewerDatabase(DatabaseUnusable):
    """The database was made by a newer version of the program."""


class NotSavedInDamaged(NotSaved, DatabaseUnusable):
    """The database refused a write because its file is damaged."""
