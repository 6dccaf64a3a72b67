"""What must not be lost or sent twice, at full size: kills, a minute of two writers, the restore, threading, calendars.

Threading is `./run bench mail`. Runs the project's own long tests with larger figures and prints what they say; each row stands with its goal.
"""

import os
import re
import subprocess
import sys
import time

from benchmarks.laptop import row

KILLS = "tests/web/test_kills.py"
SIZES = {"HALFHOUR_KILLED_ROWS": "100000", "HALFHOUR_WRITE_SECONDS": "60", "HALFHOUR_LONGEST": "900"}
ROWS = [
    ("500 kills while two save", f"{KILLS}::test_fault_1_five_hundred_kills_while_two_save_lose_no_acknowledged_save", "0 lost"),
    ("100 kills between claim and connection", "tests/mail/test_kills.py::test_fault_2_killed_between_claim_and_connection_each_is_sent_exactly_once", "each sent once"),
    ("100 kills after the final dot", "tests/mail/test_kills.py::test_fault_3_killed_after_the_last_dot_none_is_sent_twice_and_each_is_shown_as_unknown", "0 twice, shown as unknown"),
    ("import of 100,000 rows killed at 10, 50, 90 %", f"{KILLS}::test_fault_4_an_import_killed_at_any_point_leaves_nothing_half_and_runs_again", "nothing half"),
    ("two processes write for 60 s", f"{KILLS}::test_fault_5_two_processes_write_and_nobody_is_told_that_it_is_locked", "0 told, p95 500 ms"),
    ("5,000 people and two years restored, equal", f"{KILLS}::test_fault_10_five_thousand_people_and_two_years_come_back_on_an_empty_machine", "120 s"),
    ("the same through an export, equal", f"{KILLS}::test_fault_10_an_export_of_it_comes_back_equal_too", "120 s"),
    ("upgrade of 5,000 people", f"{KILLS}::test_fault_16_real_size_data_of_the_first_release_is_upgraded_and_nothing_is_lost", "60 s"),
    ("calendar files of the collection", "tests/corpora/test_mail_figures.py::test_calendar_files", "498 of 500, 0 exceptions"),
    ("invitations and answers", "tests/corpora/test_mail_figures.py::test_invitations_and_answers", "20 of 20"),
]  # fmt: skip


def main() -> None:
    for what, test, goal in ROWS:
        row(what, outcome(test), goal)


def outcome(test: str) -> str:
    """held or broken, the seconds of the test alone, and what it printed."""
    began = time.perf_counter()
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-s",
            "-m",
            "slow or not slow",
            "--durations=0",
            "-p",
            "no:cacheprovider",
            test,
        ],
        env={**os.environ, **SIZES},
        capture_output=True,
        text=True,
    )
    if done.returncode:
        return "skipped" if "skipped" in done.stdout and "failed" not in done.stdout else "BROKEN"
    call = re.search(r"([\d.]+)s call", done.stdout)
    seconds = float(call[1]) if call else time.perf_counter() - began
    said = re.findall(r"^(?:writes|backup|upgrade|calendar|itip).*$", done.stdout, re.MULTILINE)
    return f"held ({seconds:.0f} s)" + "".join(f"; {line}" for line in said)


if __name__ == "__main__":
    main()
