#!/usr/bin/env python3
"""Measures what the README promises, on this machine, and prints a table.

Times depend on the machine; ratios do so much less, so wherever there is something to compare with, it is measured
in the same run. A row past its limit is marked "over"; the exit code says only whether everything could be measured.
"""

import argparse
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import history
import sentences
import understanding
from bot import NOW, Bot, run
from table import Row, milliseconds, p95, show


def start(rapport: Path, database: Path) -> list[Row]:
    """A process from start to end: one sentence, its answer on standard output."""
    def spawn() -> float:
        begin = time.perf_counter_ns()
        subprocess.run(["true"])
        return (time.perf_counter_ns() - begin) / 1e6

    rows = []
    for sentence in ["show my open deals", "help"]:
        say = lambda: run(rapport, "say", sentence, "--as", "dana", "--now", NOW, "--db", database)
        for _ in range(3):
            say()
        times, bare = [], []
        for _ in range(20):
            times.append(say())
            bare.append(spawn())
        middle = statistics.median(times)
        ratio = middle / statistics.median(bare)
        rows.append(Row(
            f'rapport say "{sentence}"', milliseconds(middle), milliseconds(p95(times)),
            f"{ratio:.0f} × starting true", "30 ms", middle > 30, "start to end, warm"))
    return rows


def reading(bot: Bot) -> list[Row]:
    """Questions in a running bot; and the same only explained, which writes and fetches nothing."""
    said = sentences.reads()
    pings = [bot.ping() for _ in range(200)]
    for speaker, text in said[:20]:
        bot.ask(speaker, text)
    before = bot.processor()
    answers = [bot.ask(speaker, text) for speaker, text in said]
    worked = (bot.processor() - before) / len(said)
    done = sum(reply.get("status") == "ok" for _, reply in answers)
    times = [spent for spent, _ in answers]
    middle, ping = statistics.median(times), statistics.median(pings)
    explained = [bot.ask(speaker, text, explain=True)[0] for speaker, text in said]
    bound = max(0, statistics.median(explained) - ping)
    return [
        Row("a question in the bot", milliseconds(middle), milliseconds(p95(times)), f"{middle / ping:.0f} × a ping",
            "3 ms", middle > 3, f"{len(said)} sentences in 2 languages, {done} answered; {milliseconds(worked)} of processor each"),
        Row("understanding alone, at most", milliseconds(bound), milliseconds(p95(explained) - ping),
            f"{bound / middle:.2f} × a question", "", False,
            "explained, minus a ping: parsing, looking names up, wording, JSON"),
    ]


def writing(bot: Bot, folder: Path) -> list[Row]:
    """Acknowledged changes, in turn with the smallest durable transaction that SQLite can do on the same disk."""
    bare = sqlite3.connect(folder / "bare.db", isolation_level=None)
    bare.execute("PRAGMA journal_mode=WAL")
    bare.execute("PRAGMA synchronous=FULL")
    bare.execute("CREATE TABLE entry (id INTEGER PRIMARY KEY, text TEXT)")
    ours, theirs, refused = [], [], 0
    for speaker, text in sentences.writes(300):
        spent, reply = bot.ask(speaker, text)
        if reply.get("changed"):
            ours.append(spent)
        else:
            refused += 1
        begin = time.perf_counter_ns()
        bare.execute("BEGIN IMMEDIATE")
        bare.execute("INSERT INTO entry (text) VALUES (?)", [text])
        bare.execute("COMMIT")
        theirs.append((time.perf_counter_ns() - begin) / 1e6)
    if not ours:
        raise SystemExit("No change was acknowledged.")
    middle, floor = statistics.median(ours), statistics.median(theirs)
    return [Row(
        "a change in the bot", milliseconds(middle), milliseconds(p95(ours)),
        f"{middle / floor:.1f} × a bare durable transaction ({milliseconds(floor)})", "2 ×", middle / floor > 2,
        f"{len(ours)} changes, {refused} not made")]


def importing(rapport: Path, folder: Path, deals: int) -> tuple[Row, Path]:
    files, database = history.write(folder / f"history-{deals}", deals), folder / f"history-{deals}.db"
    spent = run(rapport, "import", files, "--db", database)
    rate = deals / spent * 1000
    return Row(f"import of {deals:,} deals", milliseconds(spent), "", f"{rate:,.0f} deals a second"), database


def scale(rapport: Path, small: Path, large: Path, factor: float) -> list[Row]:
    """The same questions over a long history, compared with those over a short one."""
    rows = []
    with Bot(rapport, small) as few, Bot(rapport, large) as many:
        for name, text in sentences.AT_SCALE:
            before, after, state = [], [], ""
            for _ in range(40):
                before.append(few.ask("dana", text)[0])
                spent, reply = many.ask("dana", text)
                after.append(spent)
                state = reply.get("status", "error")
            ratio = statistics.median(after) / statistics.median(before)
            rows.append(Row(
                f"{name} over 100,000 deals", milliseconds(statistics.median(after)), milliseconds(p95(after)),
                f"{ratio:.1f} × the same over {100_000 / factor:,.0f}", "", False,
                text if state == "ok" else f"{text} → {state}"))
    return rows


def measure(rapport: Path, tool: Path, folder: Path, is_quick: bool, is_blessing: bool) -> list[Row]:
    demo = folder / "demo.db"
    run(rapport, "say", "load the demo", "--as", "dana", "--db", demo)
    rows = start(rapport, demo)
    with Bot(rapport, demo) as bot:
        rows += reading(bot)
        rows += writing(bot, folder)
    if tool.exists():
        rows += understanding.counting(tool, folder, demo, is_blessing)
        rows += understanding.reading(rapport, tool, folder, 10_000 if is_quick else 100_000)
    row, small = importing(rapport, folder, 8_800)
    rows.append(row)
    if not is_quick:
        row, large = importing(rapport, folder, 100_000)
        rows.append(row)
        rows += scale(rapport, small, large, 100_000 / 8_800)
    return rows


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rapport", type=Path, default=Path(".build/release/rapport"), help="the program to measure")
    options.add_argument("--markdown", action="store_true", help="print a Markdown table")
    options.add_argument("--measure", type=Path, default=Path(".build/release/measure"), help="the tool that times reading")
    options.add_argument("--quick", action="store_true", help="leave the 100,000 deals out, and most of the names")
    options.add_argument("--bless", action="store_true", help="keep the number of instructions to compare with")
    options.add_argument("--folder", type=Path, help="where the databases are made (a temporary folder)")
    chosen = options.parse_args()
    if not chosen.rapport.exists():
        raise SystemExit(f"There is no {chosen.rapport}; make it with: make build")
    if os.getloadavg()[0] > 1:
        print(f"This machine is busy (load {os.getloadavg()[0]:.1f}): the times will be too long.", file=sys.stderr)
    folder = Path(tempfile.mkdtemp(prefix="rapport-bench-", dir=chosen.folder))
    try:
        rows = measure(chosen.rapport.resolve(), chosen.measure.resolve(), folder, chosen.quick, chosen.bless)
        show(rows, chosen.markdown)
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
