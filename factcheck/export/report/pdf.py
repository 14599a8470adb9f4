"""The report as PDF: the page that browsers show, printed by WeasyPrint."""

from contextlib import redirect_stdout
from importlib import import_module
from io import StringIO
from types import ModuleType

from factcheck.domain.errors import MissingExtra


def pdf_report(page: str) -> bytes:
    """Return an HTML page as PDF, with tags for screen readers; nothing is fetched for it.

    The same page gives the same bytes. Raises MissingExtra.
    """
    weasyprint = _weasyprint()
    nothing = weasyprint.urls.URLFetcher(allowed_protocols=())
    document = weasyprint.HTML(string=page, url_fetcher=nothing)
    pdf: bytes = document.write_pdf(pdf_tags=True)
    return pdf


def _weasyprint() -> ModuleType:
    """Return the library, which is slow to load and says on standard output what it misses."""
    try:
        with redirect_stdout(StringIO()):
            return import_module("weasyprint")
    except ImportError as error:
        raise MissingExtra("writing PDF needs more: pip install 'factcheck[pdf]'") from error
    except OSError as error:
        raise MissingExtra(
            "writing PDF needs the system's Pango library: install it (Debian: apt install"
            " libpango-1.0-0 libpangoft2-1.0-0), or print the HTML report from a browser"
        ) from error
