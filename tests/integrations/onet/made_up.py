"""Small O*NET releases, made for the tests: the layout is the publisher's, the content is invented."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

OCCUPATIONS_31 = (
    "O*NET-SOC Code\tTitle\tDescription\r\n"
    "15-1252.00\tSoftware Developers\tBuild and change programs.\r\n"
    "29-1141.00\tRegistered Nurses\tCare for patients.\r\n"
)
LAYOUT_31: dict[str, str] = {
    "Read Me.txt": "O*NET 31.0 Database\r\nAugust 2026 Release\r\n",
    "Occupation Data.txt": OCCUPATIONS_31,
    "Job Titles.txt": (
        "O*NET-SOC Code\tTitle\tJob Title\tShort Title\tSource(s)\r\n"
        "15-1252.00\tSoftware Developers\tApp Builder\tn/a\t10\r\n"
        '29-1141.00\tRegistered Nurses\tNurse "on call"\tRN\t09\r\n'
    ),
    "Sample of Reported Titles.txt": (
        "O*NET-SOC Code\tReported Job Title\tShown in My Next Move\r\n15-1252.00\tProgrammer\tY\r\n"
    ),
    "Career Interest Types.txt": (
        "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\tDate\tDomain Source\r\n"
        "15-1252.00\t1.B.1.b\tInvestigative\tOI\t6.10\t08/2026\tMachine Learning\r\n"
        "15-1252.00\t1.B.1.g\tFirst Interest High-Point\tIH\t2.00\t08/2026\tMachine Learning\r\n"
    ),
    "Work Styles.txt": (
        "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\tDate\tDomain Source\r\n"
        "15-1252.00\t1.D.1.a\tInnovation\tWI\t-1.25\t08/2026\tAnalyst\r\n"
        "15-1252.00\t1.D.1.a\tInnovation\tDR\t3.00\t08/2026\tAnalyst\r\n"
    ),
    "Essential Skills.txt": (
        "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\r\n"
        "15-1252.00\t2.A.1.a\tReading Comprehension\tIM\t4.00\r\n"
        "15-1252.00\t2.A.1.a\tReading Comprehension\tLV\t4.50\r\n"
    ),
    "Transferable Skills.txt": (
        "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\r\n15-1252.00\t2.B.3.e\tProgramming\tIM\t4.62\r\n"
    ),
    "Knowledge.txt": (
        "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\r\n15-1252.00\t2.C.3.a\tDesign\tIM\t3.10\r\n"
    ),
    "Software Skills.txt": (
        "O*NET-SOC Code\tWorkplace Example\tElement ID\tElement Name\tHot Technology\tIn Demand\r\n"
        "15-1252.00\tGit\t5.F.1\tFile versioning software\tY\tN\r\n"
    ),
    "Education.txt": (
        "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tCategory\tData Value\r\n"
        "15-1252.00\t2.D.1\tRequired Level of Education\tRL\t6\t71.20\r\n"
    ),
    "Training and Experience.txt": (
        "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tCategory\tData Value\r\n"
        "15-1252.00\t3.A.1\tRelated Work Experience\tRW\t6\t40.00\r\n"
    ),
    "Job Zones.txt": "O*NET-SOC Code\tJob Zone\tDate\tDomain Source\r\n15-1252.00\t3\t08/2026\tAnalyst\r\n",
    "Task Statements.txt": (
        "O*NET-SOC Code\tTask ID\tTask\tTask Type\tIncumbents Responding\tDate\tDomain Source\r\n"
        "15-1252.00\t1\tWrite a program.\tCore\t90\t08/2026\tIncumbent\r\n"
        "15-1252.00\t2\tAnswer letters.\tn/a\tn/a\t08/2026\tAnalyst\r\n"
    ),
    "Related Occupations.txt": (
        "O*NET-SOC Code\tRelated O*NET-SOC Code\tRelatedness Tier\tIndex\r\n15-1252.00\t29-1141.00\tSupplemental\t1\r\n"
    ),
}


def zip_of(files: dict[str, str | bytes], *, folder: str = "db_31_0_text/", bom: bool = True) -> bytes:
    """A zip as the publisher packs it: one folder, text with a byte order mark."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            data = content if isinstance(content, bytes) else content.encode("utf-8-sig" if bom else "utf-8")
            archive.writestr(folder + name, data)
    return buffer.getvalue()


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path
