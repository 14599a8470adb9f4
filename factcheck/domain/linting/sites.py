"""Places on the web: whose an address is, and well-known ones that evidence should not rest on."""

from collections.abc import Collection, Iterable
from typing import Final
from urllib.parse import urldefrag, urlsplit


def site_of(address: str) -> str:
    """Return the host of a web address, or of a domain that somebody typed; empty for neither."""
    try:
        host = urlsplit(address if "//" in address else f"//{address}").hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.") if "." in host and " " not in host else ""


def is_on(address: str, domains: Collection[str]) -> bool:
    """Whether an address lies on one of some domains, or under it."""
    parts = site_of(address).split(".")
    return any(".".join(parts[place:]) in domains for place in range(len(parts) - 1))


def is_at(address: str, places: Iterable[str]) -> bool:
    """Whether an address lies at one of some places, each a domain or a domain with a path."""
    host = site_of(address)
    path = urlsplit(address).path.lower() if host else ""
    for place in places:
        domain, _, folder = place.partition("/")
        inside = not folder or f"{path}/".startswith(f"/{folder}/")
        if inside and f".{host}".endswith(f".{domain}"):
            return True
    return False


def page_of(address: str) -> str:
    """Return an address as the name of its page: without fragment, scheme and last stroke."""
    parts = urlsplit(urldefrag(address).url)
    host = (parts.hostname or "").removeprefix("www.")
    return f"{host}{parts.path.rstrip('/')}{'?' + parts.query if parts.query else ''}"


FACT_CHECKERS: Final = (
    "aap.com.au/factcheck",
    "africacheck.org",
    "altnews.in",
    "aosfatos.org",
    "apnews.com/ap-fact-check",
    "apnews.com/hub/ap-fact-check",
    "boomlive.in",
    "checkyourfact.com",
    "chequeado.com",
    "correctiv.org/faktencheck",
    "demagog.org.pl",
    "dogrulukpayi.com",
    "dpa-factchecking.com",
    "dubawa.org",
    "facta.news",
    "factcheck.afp.com",
    "factcheck.kz",
    "factcheck.lk",
    "factcheck.org",
    "factcheckni.org",
    "factcrescendo.com",
    "factly.in",
    "factuel.afp.com",
    "faktencheck.afp.com",
    "faktisk.no",
    "fullfact.org",
    "leadstories.com",
    "lemonde.fr/les-decodeurs",
    "logicallyfacts.com",
    "lupa.uol.com.br",
    "maldita.es",
    "mimikama.org",
    "newtral.es",
    "pagellapolitica.it",
    "pesacheck.org",
    "politifact.com",
    "provereno.media",
    "reuters.com/fact-check",
    "science.feedback.org",
    "snopes.com",
    "stopfake.org",
    "tagesschau.de/faktenfinder",
    "teyit.org",
    "tjekdet.dk",
    "usatoday.com/story/news/factcheck",
    "verafiles.org",
    "vishvasnews.com",
    "washingtonpost.com/news/fact-checker",
)
"""Where fact-checks are published; AVeriTeC takes none of them as evidence."""

SATIRE: Final = (
    "aszdziennik.pl",
    "babylonbee.com",
    "betootaadvocate.com",
    "clickhole.com",
    "der-postillon.com",
    "dietagespresse.com",
    "elmundotoday.com",
    "legorafi.fr",
    "lercio.it",
    "newsthump.com",
    "nordpresse.be",
    "panorama.pub",
    "speld.nl",
    "thebeaverton.com",
    "thedailymash.co.uk",
    "theonion.com",
    "waterfordwhispersnews.com",
    "worldnewsdailyreport.com",
)
"""Sites that call themselves satire."""

MISINFORMATION: Final = (
    "beforeitsnews.com",
    "infowars.com",
    "naturalnews.com",
    "newspunch.com",
    "realrawnews.com",
    "thepeoplesvoice.tv",
    "yournewswire.com",
)
"""Sites on which fact-checkers have found invented news again and again. The list is short on
purpose: what a desk knows of other sources it says of each, as their reliability."""

SHORTENERS: Final = (
    "amzn.to",
    "bit.ly",
    "bl.ink",
    "buff.ly",
    "clck.ru",
    "cutt.ly",
    "dlvr.it",
    "fb.me",
    "goo.gl",
    "is.gd",
    "j.mp",
    "kutt.it",
    "lnkd.in",
    "ow.ly",
    "rb.gy",
    "rebrand.ly",
    "s.id",
    "shorturl.at",
    "snip.ly",
    "t.co",
    "t.ly",
    "tiny.cc",
    "tinyurl.com",
    "trib.al",
    "v.gd",
    "vk.cc",
    "wp.me",
    "youtu.be",
)
"""Services whose addresses only lead to others."""
