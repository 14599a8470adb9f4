"""Who publishes the fact-checks, as reports and data say it."""

from factcheck.domain.text import Line, WebAddressOrNothing
from factcheck.domain.value import Value


class Organisation(Value):
    """Who publishes the fact-checks."""

    name: Line = ""
    """What it is called."""
    url: WebAddressOrNothing = ""
    """Its home page."""
    logo: WebAddressOrNothing = ""
    """Its picture."""
    corrections: WebAddressOrNothing = ""
    """Where it says how it corrects mistakes."""
    methodology: WebAddressOrNothing = ""
    """Where it says how it checks facts."""
