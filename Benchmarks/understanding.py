"""How long sentences take to be understood, without the program around it: parsing and looking names up, apart."""

import re
import shutil
import subprocess
from pathlib import Path

import names
import sentences
from bot import run

COUNTS = Path(__file__).parent / "instructions.txt"
LIMITS = {"parsing": (40, 200), "together": (150, 600)}


def measured(measure: Path, database: Path, mode: str, file: Path) -> dict[str, list[int]]:
    """By what was measured: p50, p90, p99 and the most, in microseconds."""
    done = subprocess.run([measure, database, mode, file], capture_output=True, text=True, check=True)
    rows = [line.split("\t") for line in done.stdout.splitlines()]
    return {row[0]: [int(cell.split()[-1]) for cell in row[1:5]] for row in rows if row[0] in ("parsing", "names", "together")}


def loading(measure: Path, database: Path, file: Path) -> int:
    """Microseconds to load the grammar, the first time in a process; the middle of nine."""
    times = []
    for _ in range(9):
        done = subprocess.run([measure, database, "load", file], capture_output=True, text=True, check=True)
        times.append(int(done.stdout.splitlines()[0].split("\t")[1]))
    return sorted(times)[4]


def instructions(measure: Path, database: Path, folder: Path) -> int | None:
    """Instructions a sentence under callgrind, starting taken off; nil without valgrind."""
    if shutil.which("valgrind") is None:
        return None
    said = sentences.reads()[::3]

    def counted(count: int) -> int:
        file = names.save(folder / f"counted-{count}.txt", said[:count])
        done = subprocess.run(
            ["valgrind", "--tool=callgrind", f"--callgrind-out-file={folder}/callgrind.out", measure, database, "once", file],
            capture_output=True, text=True, check=True)
        return int(re.search(r"Collected : (\d+)", done.stderr).group(1))

    warm = len(said) // 2
    return (counted(len(said)) - counted(warm)) // (len(said) - warm)


def known_instructions() -> int | None:
    """What was counted when the file was last written."""
    if not COUNTS.exists():
        return None
    return int(re.search(r"^parsing (\d+)", COUNTS.read_text(), re.M).group(1))


def database(rapport: Path, folder: Path, many: int) -> Path:
    files, path = names.write(folder / f"names-{many}", many), folder / f"names-{many}.db"
    run(rapport, "import", files, "--db", path)
    return path
