"""Documents that cannot fall behind: every step, setting and command is explained, and no registry or machine is named."""

import re
import subprocess
from pathlib import Path

import pytest

from halfhour.steps import STEPS
from halfhour.web.cli import COMMANDS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
RUNNING = (ROOT / "docs" / "running.md").read_text(encoding="utf-8")
COMMANDS_PAGE = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("step", STEPS, ids=lambda s: s.name)
def test_every_step_has_its_page_and_its_row_in_the_readme(step) -> None:
    page = f"docs/method/{step.number}-{step.name}.md"
    assert (ROOT / page).stat().st_size > 800
    row = f"| {step.number} | [{step.label}]({page}) | {step.question} | `halfhour/{step.name}` | `/{step.name}/` |"
    assert row in README


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_section_with_an_example(name: str) -> None:
    section = COMMANDS_PAGE.split(f"\n## {name}\n")
    assert len(section) == 2, f"docs/commands.md has no section for {name}"
    assert f"halfhour {name}" in section[1].split("\n## ")[0]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_shows_an_example_in_its_help(name: str) -> None:
    from click.testing import CliRunner

    from halfhour.web.commands import halfhour

    answer = CliRunner().invoke(halfhour, [name, "--help"])
    assert answer.exit_code == 0
    assert f"halfhour {name}" in answer.output.split("\n\n", 1)[1]


def test_every_setting_is_explained() -> None:
    settings = (ROOT / "halfhour" / "web" / "settings.py").read_text(encoding="utf-8")
    named = set(re.findall(r"\b(HALFHOUR_[A-Z]+|DATABASE_URL)\b", settings)) - {"HALFHOUR_STATIC"}
    unexplained = {name for name in named if f"`{name}`" not in RUNNING}
    assert unexplained == set()


def test_every_link_in_the_documents_leads_somewhere() -> None:
    broken = []
    for page in [ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8")):
            if not target.startswith(("http:", "https:", "mailto:")) and not (page.parent / target).exists():
                broken.append(f"{page.relative_to(ROOT)}: {target}")
    assert broken == []


def test_no_file_names_a_package_registry() -> None:
    """Locks, configuration and documents must install from whatever registry a machine is set up with."""
    tracked = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.split("\n")
    hosts = ("pypi" + ".org", "pythonhosted" + ".org", "npmjs" + ".org", "npmjs" + ".com", "index" + "-url")
    named = []
    for name in filter(None, tracked):
        file = ROOT / name
        if file.suffix in {".gz", ".xz", ".npz", ".png", ".bin"} or not file.is_file():
            continue
        text = file.read_text(encoding="utf-8", errors="replace")
        named += [f"{name}: {host}" for host in hosts if host in text]
    assert named == []
