"""Waiting for keys that are under way: typed, but not yet taken in by the field they are for."""

import asyncio

from textual.widget import Widget


async def keys_taken_in(field: Widget | None) -> None:
    """Return once `field` has dealt with every key that was typed into it until now."""
    taken_in = asyncio.Event()
    if field is not None and field.call_later(taken_in.set):
        await taken_in.wait()
