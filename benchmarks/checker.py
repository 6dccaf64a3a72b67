"""What the checker knows of letters by many hands, and how long it takes; no baseline: no other program checks such letters.

    python -m benchmarks checker

The letters and planted sentences are those of tests/contact/letters. They have all been seen by whoever wrote the patterns,
so that these shares are what is reached, not what to expect of new wordings; README there says how new ones fared.
"""

import time
from collections import Counter
from datetime import date

from halfhour.contact.rules.checker import check
from halfhour.contact.rules.facts import Ask, Channel, Facts
from halfhour.contact.rules.finding import Finding, Severity
from halfhour.contact.rules.samples import SAMPLES
from tests.contact.letters.tables import GOOD, MISSING, Letter, leaves_out, letters, planted, with_sentence

TODAY = date(2026, 11, 16)
SETS = ("dev", "aside", "aside3", "aside4", "aside5", "aside6", "aside7", "aside8")


def main() -> None:
    every = [letter for file in GOOD for letter in letters(file)]
    false = sum(
        any(one.severity is Severity.MUST for one in _check(letter, letter.text())) for letter in every
    )
    print(f"good letters with a false must: {false} of {len(every)}")
    count, named = _parts(every)
    print(f"parts left out that are named: {sum(named.values())} of {sum(count.values())}")
    for rule in sorted(count):
        print(f"  {rule}: {named[rule]} of {count[rule]}")
    count, named = _sentences(every)
    print(f"planted sentences that are named: {sum(named.values())} of {sum(count.values())}")
    for rule in sorted(count):
        print(f"  {rule}: {named[rule]} of {count[rule]}")
    text = SAMPLES[0].text + " I would like to hear more about it." * 14
    print(f"{len(text.split())} words: {_milliseconds(text, 50):.1f} ms of CPU")
    print(f"50,000 words: {_milliseconds(text * 250, 3):.0f} ms of CPU")


def _check(letter: Letter, text: str) -> list[Finding]:
    facts = Facts(ask=Ask(channel=Channel(letter.channel))) if letter.channel else None
    return list(check("letter", text, facts, today=TODAY).findings)


def _parts(every: list[Letter]) -> tuple[Counter[str], Counter[str]]:
    count, named = Counter[str](), Counter[str]()
    for letter in every:
        for part in leaves_out(letter):
            rule = MISSING[part]
            count[rule] += 1
            named[rule] += rule in {one.rule for one in _check(letter, letter.text(without=part))}
    return count, named


def _sentences(every: list[Letter]) -> tuple[Counter[str], Counter[str]]:
    bases = [letter for letter in every if not letter.channel][:12:4]
    count, named = Counter[str](), Counter[str]()
    for name in SETS:
        for rule, sentence in planted(f"faults_{name}.txt"):
            for base in bases:
                count[rule] += 1
                named[rule] += rule in {
                    one.rule for one in _check(base, with_sentence(base.text(), sentence)[0])
                }
    return count, named


def _milliseconds(text: str, times: int) -> float:
    begin = time.process_time()
    for _ in range(times):
        check("letter", text, today=TODAY)
    return (time.process_time() - begin) / times * 1000


if __name__ == "__main__":
    main()
