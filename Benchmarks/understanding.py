"""How long sentences take to be understood, without the program around it: parsing and looking names up, apart."""

import random
import re
import shutil
import subprocess
import sys
from pathlib import Path

import names
import sentences
from bot import run
from table import Row, milliseconds

COUNTS = Path(__file__).parent / "instructions.txt"
# Microseconds: p50 and p99.
LIMITS = {"parsing": (40, 200), "together": (150, 600)}
PEERS = {
    "hassil": ("hassil", "a sentence, by hassil"),
    "gazetteer": ("gazetteer-matcher", "a command with a name, by gazetteer-matcher"),
}


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
    """Instructions a sentence under callgrind, starting taken off; None without valgrind."""
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
    found = re.search(r"^understanding (\d+)$", COUNTS.read_text() if COUNTS.exists() else "", re.M)
    return int(found.group(1)) if found else None


def counting(measure: Path, folder: Path, demo: Path, is_blessing: bool) -> list[Row]:
    """Instructions depend on the machine's load not at all: five in a hundred more is a regression."""
    count = instructions(measure, demo, folder)
    if count is None:
        return [Row("instructions to understand a sentence", "?", note="needs valgrind")]
    known = known_instructions()
    if is_blessing:
        COUNTS.write_text(
            "# Instructions to understand a sentence of sentences.py over the demo company, counted by callgrind;\n"
            f"# written by run.py --bless.\nunderstanding {count}\n")
    ratio = count / known if known else 1
    return [Row(
        "instructions to understand a sentence", f"{count:,}", "", f"{ratio:.2f} × the last that was kept", "1.05 ×",
        ratio > 1.05, "callgrind, names included")]


def peer(folder: Path, which: str, all_names: list[str], said: list[tuple[str, str]]) -> list[int] | None:
    """p50, p90, p99 in microseconds, recognised, asked; None where the program cannot be had."""
    environment = folder / "peers"
    python = environment / "bin" / "python"
    try:
        if not python.exists():
            subprocess.run([sys.executable, "-m", "venv", environment], check=True, capture_output=True)
        subprocess.run([python, "-m", "pip", "install", "-q", PEERS[which][0]], check=True, capture_output=True, timeout=300)
        known, asked = folder / "peer-names.txt", folder / "peer-sentences.txt"
        known.write_text("\n".join(all_names), encoding="utf-8")
        asked.write_text("".join(f"{name}\t{text}\n" for name, text in said), encoding="utf-8")
        done = subprocess.run(
            [python, Path(__file__).parent / "peers.py", which, known, asked], check=True, capture_output=True, text=True,
            timeout=1800)
        return [int(word) for word in done.stdout.split()]
    except (subprocess.SubprocessError, OSError, ValueError):
        return None


def peers(measure: Path, database: Path, folder: Path, many: int) -> list[Row]:
    """The same English sentences over the same names."""
    english, _ = names.all_names(many)
    dice = random.Random(7)
    said = []
    for index in range(200):
        name = dice.choice(english)
        said.append((name, names.ENGLISH[index % len(names.ENGLISH)].format(name)))
    rows = []
    for which, (_, what) in PEERS.items():
        texts = [text if which == "hassil" else f"show {name}" for name, text in said]
        own = measured(measure, database, "times", names.save(folder / f"{which}.txt", [("dana", text) for text in texts]))
        theirs = peer(folder, which, english, said)
        if theirs is None:
            rows.append(Row(what, "?", note="could not be installed"))
            continue
        ratio = theirs[0] / max(1, own["together"][0])
        rows.append(Row(
            what, milliseconds(theirs[0] / 1000), milliseconds(theirs[2] / 1000), f"{ratio:.1f} × ours", "", False,
            f"{theirs[3]} of {theirs[4]} recognised; p99; {many:,} names"))
    return rows


def database(rapport: Path, folder: Path, many: int) -> Path:
    files, path = names.write(folder / f"names-{many}", many), folder / f"names-{many}.db"
    run(rapport, "import", files, "--db", path)
    return path


def reading(rapport: Path, measure: Path, folder: Path, many: int) -> list[Row]:
    path = database(rapport, folder, many)
    said = names.save(folder / "said.txt", names.sentences(2_000, many) + sentences.reads())
    load = loading(measure, path, said)
    rows = [Row("loading the grammar", milliseconds(load / 1000), "", "", "3 ms", load > 3000, "in a process of its own")]
    times = measured(measure, path, "times", said)
    for what, title in [("parsing", "parsing a sentence"), ("names", "looking its names up"), ("together", "both together")]:
        p50, _, p99, _ = times[what]
        limit = LIMITS.get(what)
        rows.append(Row(
            title, milliseconds(p50 / 1000), milliseconds(p99 / 1000), "",
            f"{limit[0]} µs, {limit[1]} µs" if limit else "", bool(limit) and (p50 > limit[0] or p99 > limit[1]),
            f"p50 and p99 of {2_000 + len(sentences.reads()):,} sentences, {many:,} names"))
    for slips in (1, 2):
        file = names.save(folder / f"slips-{slips}.txt", names.sentences(300, many, slips))
        p50, _, p99, _ = measured(measure, path, "times", file)["together"]
        rows.append(Row(
            f"both, {slips} slip{'s' if slips > 1 else ''} in the name", milliseconds(p50 / 1000),
            milliseconds(p99 / 1000), "", "3 ms (p99)", p99 > 3000, "300 sentences; p50 and p99"))
    return rows + peers(measure, path, folder, many)
