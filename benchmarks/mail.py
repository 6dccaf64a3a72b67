"""Mail: putting a mailbox into conversations, and reading body text, against the standard library.

    python benchmarks/mail.py MAILBOX.mbox

MAILBOX.mbox.truth.csv beside it holds i, conversation, kind (sent, reply, auto, bounce) for each message.
Prints seconds of processor time, messages a second, and how many replies, automatic answers and reports were attached rightly.
"""

import csv
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from email import policy
from email.parser import BytesHeaderParser, BytesParser
from pathlib import Path

from halfhour.integrations.mail.reader import read_mail
from halfhour.integrations.mail.threading import conversations, head_of

BODIES = 2_000


def messages_of(mailbox: bytes) -> list[bytes]:
    """Split an mbox whose body lines were marked with `>`."""
    pieces = mailbox.split(b"\nFrom alex Mon Jan  1 00:00:00 2024\n")
    first = pieces[0].split(b"\n", 1)[1]
    return [first, *pieces[1:]]


def seconds(work: Callable[[], object], rounds: int = 3) -> float:
    best = float("inf")
    for _ in range(rounds):
        started = time.process_time()
        work()
        best = min(best, time.process_time() - started)
    return best


def attached(truth: list[tuple[int, str]], found: list[int]) -> dict[str, tuple[int, int, int]]:
    """For each kind: rightly attached, wrongly attached, all. Right: with the conversation's first message."""
    first: dict[int, int] = {}
    owner: dict[int, int] = {}
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for at, (conversation, kind) in enumerate(truth):
        group = found[at]
        if conversation not in first:
            first[conversation] = group
            owner.setdefault(group, conversation)
            continue
        every[kind] += 1
        if group == first[conversation]:
            right[kind] += 1
        elif owner.get(group, conversation) != conversation:
            wrong[kind] += 1
    return {kind: (right[kind], wrong[kind], every[kind]) for kind in sorted(every)}


def pairs(truth: list[tuple[int, str]], found: list[int]) -> tuple[float, float]:
    """Pairwise precision and recall."""
    both = Counter((truth[i][0], found[i]) for i in range(len(truth)))
    given = Counter(found)
    real = Counter(c for c, _ in truth)
    same = sum(n * (n - 1) // 2 for n in both.values())
    return same / max(1, sum(n * (n - 1) // 2 for n in given.values())), same / sum(
        n * (n - 1) // 2 for n in real.values()
    )


def stdlib_text(data: bytes) -> str:
    body = BytesParser(policy=policy.default).parsebytes(data).get_body(("plain", "html"))
    return body.get_content() if body is not None else ""


def main(path: Path | None = None) -> None:
    """Without a mailbox of one's own: 20,000 made-up messages, where the folder of case files has the maker of them."""
    if path is not None:
        return measure(path)
    maker = Path(os.environ.get("HALFHOUR_CASES", "")) / "generators" / "p6_mail_gen.py"
    if not maker.is_file():
        print("no mailbox was given, and HALFHOUR_CASES names no folder with a maker of one")
        return None
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "made.mbox"
        done = subprocess.run([sys.executable, str(maker), str(made)], capture_output=True, text=True)
        if done.returncode:
            print(f"the mailbox could not be made: {done.stderr.strip().splitlines()[-1]}")
            return None
        return measure(made)


def measure(path: Path) -> None:
    messages = messages_of(path.read_bytes())
    with Path(f"{path}.truth.csv").open(newline="") as file:
        truth = [(int(row["conversation"]), row["kind"]) for row in csv.DictReader(file)]
    reading = seconds(lambda: [head_of(m) for m in messages])
    heads = [head_of(m) for m in messages]
    joining = seconds(lambda: conversations(heads))
    found = conversations(heads)
    parser = BytesHeaderParser()
    baseline = seconds(lambda: [parser.parsebytes(m) for m in messages], rounds=1)
    precision, recall = pairs(truth, found)
    print(
        f"{len(messages)} messages: heads {reading:.2f} s, conversations {joining:.2f} s, together {reading + joining:.2f} s"
    )
    print(
        f"header pass of the standard library {baseline:.2f} s: {baseline / (reading + joining):.1f} times as long"
    )
    print(f"pairs: precision {precision:.4f}, recall {recall:.4f}")
    for kind, (right, wrong, every) in attached(truth, found).items():
        print(
            f"{kind}: attached {right}/{every} ({right / every:.4f}), to a wrong one {wrong} ({wrong / every:.4%})"
        )
    some = messages[:BODIES]
    own = seconds(lambda: [read_mail(m).text for m in some], rounds=2)
    theirs = seconds(lambda: [stdlib_text(m) for m in some], rounds=1)
    equal = sum(read_mail(m).text.strip() == stdlib_text(m).strip() for m in some)
    print(
        f"body text of {len(some)}: {own:.2f} s, policy.default {theirs:.2f} s ({theirs / own:.1f} times), equal {equal}"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
