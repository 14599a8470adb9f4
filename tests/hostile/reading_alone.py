"""Reads files in a process of its own, and tells what each of them cost, as lines of JSON."""

import json
import resource
import sys
from time import process_time
from typing import Final

from factcheck.reading.sentences import segments
from factcheck.services.sources import Hints, Problem, Source, parts_of

_MEMORY: Final = 4 * 2**30
"""Bytes; beyond that it is the machine of whoever runs the tests that suffers."""


def cost_of(name: str) -> dict[str, object]:
    began = process_time()
    words, problem = "", ""
    for part in parts_of(Source(name), Hints()):
        if isinstance(part, Problem):
            problem = part.reason
        else:
            words = part.article.text[:1000]
            for _ in segments(part.article.text):
                pass
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    seconds = process_time() - began
    return {"name": name, "seconds": seconds, "peak": peak, "words": words, "problem": problem}


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    for name in sys.argv[1:]:
        print(json.dumps(cost_of(name)), flush=True)
