"""What stands under the last sentence: what is done, what is open, and where to go."""

from factcheck.domain.review import Progress
from factcheck.tui.commands.command import Keys


def ending(progress: Progress, keys: Keys) -> tuple[str, ...]:
    """Return the lines under the last sentence; the keys are those in force."""
    return (
        "",
        f"{progress.tagged} of {progress.sentences} sentences decided",
        f"{progress.judged} of {progress.claims} claims judged",
        f"{keys['open.next'][0]} next open   {keys['article.next'][0]} next article   "
        f"{keys['report'][0]} report",
    )
