"""Which internet addresses a page may be fetched from: public ones only, in whatever disguise."""

import re
import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Final

from factcheck.domain.errors import Unreadable

_NUMBER: Final = r"(0x[0-9a-f]*|\d+)"
_NUMERIC: Final = re.compile(rf"{_NUMBER}(\.{_NUMBER}){{0,3}}\.?", re.IGNORECASE)
"""Everything that the C library takes for an IPv4 address, such as 0x7f.1 or 2130706433."""
_TRANSLATED: Final = (
    (IPv6Network("::ffff:0:0/96"), 0),  # IPv4-mapped
    (IPv6Network("::ffff:0:0:0/96"), 0),  # IPv4-translated
    (IPv6Network("64:ff9b::/96"), 0),  # NAT64
    (IPv6Network("2002::/16"), 80),  # 6to4
)
"""Networks that stand for an IPv4 address, and how many bits follow it."""
_NEVER_PUBLIC: Final = tuple(
    map(IPv6Network, ("::/96", "64:ff9b:1::/48", "100::/64", "2001::/32", "2001:db8::/32"))
) + tuple(map(IPv6Network, ("3fff::/20", "5f00::/16", "fec0::/10")))
"""Networks that some versions of Python take for public: local, for documents, or tunnels."""


def resolved(host: str, port: int, *, allow_private: bool = False) -> list[str]:
    """Return the addresses of `host`; raises Unreadable where one of them is not public.

    With `allow_private` any address will do.
    """
    if not allow_private and _NUMERIC.fullmatch(host) and not _is_dotted(host):
        raise Unreadable("names its server by a disguised number: use the server's name")
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise Unreadable(f"names a server that is not known, {host}: check the address") from error
    addresses = [str(entry[4][0]) for entry in found]
    if not allow_private and not all(map(is_public, addresses)):
        raise Unreadable(
            f"leads into a private network ({host}): if it is yours, say --allow-private"
        )
    return addresses


def is_public(address: str) -> bool:
    """Return whether anybody on the internet can reach `address`, and not only this network."""
    parsed = ip_address(address)
    inner = _embedded(parsed) if isinstance(parsed, IPv6Address) else None
    if inner is not None:
        return is_public(str(inner))
    if isinstance(parsed, IPv6Address) and any(parsed in network for network in _NEVER_PUBLIC):
        return False
    special = parsed.is_multicast or parsed.is_reserved or parsed.is_unspecified
    return parsed.is_global and not special


def _embedded(address: IPv6Address) -> IPv4Address | None:
    for network, bits_after in _TRANSLATED:
        if address in network:
            return IPv4Address(int(address) >> bits_after & 0xFFFFFFFF)
    return None


def _is_dotted(host: str) -> bool:
    """Whether it is an address as everybody writes it."""
    try:
        IPv4Address(host)
    except ValueError:
        return False
    return True
