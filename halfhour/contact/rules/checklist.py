"""What a letter has, in the words of the tick list beside it, in the order in which a letter says it.

Source: Informational Interviewing Part 1, "Making Contact", and the rules of the checker; the short words are our own.
"""

LABELS: dict[str, str] = {
    "L-01": "who you are",
    "L-02": "how you found them",
    "L-03": "why them, and why you ask",
    "L-04": "how long it takes",
    "L-05": "information, not a job",
    "L-06": "one clear request",
    "L-07": "several ways or times",
    "L-09": "an easy way to say no",
    "L-08": "the day you will call or write again",
    "L-10": "how to reach you",
    "L-11": "their name, as they write it",
    "L-12": "short and plain",
    "L-13": "written for this person",
    "L-14": "no gaps left",
    "L-15": "from your own address",
    "NOJOB": "no request for a job",
    "CALLME": "you are the one who calls",
    "RESUME": "no résumé yet",
    "BRAIN": "a worn phrase",
    "WRITTENQ": "no questions to answer in writing",
    "PRESSURE": "no pressure",
    "LINK": "no link",
    "RECIPIENTS": "one person at a time",
    "FLATTERY": "praise in measure",
    "LIFESTORY": "short about yourself",
    "PRIVATE": "nothing private",
}
