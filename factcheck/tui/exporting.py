"""An export that is written beside the screen, so that the keys go on."""

from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import NamedTuple

from factcheck.domain.display import counted
from factcheck.domain.errors import FactcheckError
from factcheck.domain.selection import Selection
from factcheck.export.delivering import Target, deliver, to_target
from factcheck.export.format import Format
from factcheck.store.store import Store


class Order(NamedTuple):
    """What is to be written where."""

    form: Format
    selection: Selection
    target: Target


def carry_out(order: Order, database: Path, reader: str, tell: Callable[[str], None]) -> None:
    """Write what was ordered, on a connection of its own, and `tell` what became of it."""
    # a daemon, since leaving the program is not to wait for it; what is unfinished is no file
    Thread(target=lambda: tell(_written(order, database, reader)), daemon=True).start()


def _written(order: Order, database: Path, reader: str) -> str:
    try:
        with Store(database) as store:
            write = to_target(store, order.target)
            delivery = deliver(store, reader, order.form, order.selection, write)
    except FactcheckError as error:
        return str(error)
    ledger = delivery.export.ledger
    missing = sum((*ledger.passed_over.values(), *ledger.left_out.values()))
    left_out = f"; left out: {missing} (`factcheck export` says what and why)" if missing else ""
    sentences = counted(ledger.selected["sentences"], "sentence")
    return f"{sentences} written to {order.target.path.resolve()}{left_out}"
