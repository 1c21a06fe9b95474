"""A `rapport bot --jsonl` process to talk to, and the clock that times it."""

import json
import subprocess
import time
from pathlib import Path

NOW = "2026-11-23T09:00:00-05:00"


class Bot:
    """One process on one database; `ask` waits for the reply and says how long it took."""

    def __init__(self, rapport: Path, database: Path):
        self.process = subprocess.Popen(
            [rapport, "bot", "--jsonl", "--db", database, "--now", NOW],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.count = 0
        self.process.stdout.readline()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait()

    def trip(self, line: dict) -> tuple[float, dict]:
        """Milliseconds from writing a line to reading its answer, and the answer."""
        request = (json.dumps(line, ensure_ascii=False) + "\n").encode()
        start = time.perf_counter_ns()
        self.process.stdin.write(request)
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        spent = (time.perf_counter_ns() - start) / 1e6
        if not answer:
            raise SystemExit(f"The bot ended at: {line}")
        return spent, json.loads(answer)

    def ask(self, speaker: str, text: str, explain: bool = False) -> tuple[float, dict]:
        """A sentence in a conversation of its own speaker, with a fresh message id."""
        self.count += 1
        line = {
            "type": "message", "id": f"m{self.count}", "conversation": {"id": f"bench-{speaker}"},
            "from": {"id": speaker}, "text": text}
        if explain:
            line["explain"] = True
        return self.trip(line)

    def processor(self) -> float:
        """Milliseconds that the process has spent on a processor; 0 where the system does not tell."""
        tasks = Path(f"/proc/{self.process.pid}/task")
        try:
            return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks.iterdir()) / 1e6
        except OSError:
            return 0

    def ping(self) -> float:
        return self.trip({"type": "ping"})[0]


def run(rapport: Path, *arguments) -> float:
    """Milliseconds that a command of the program takes, from start to end; it must not fail."""
    start = time.perf_counter_ns()
    done = subprocess.run([rapport, *map(str, arguments)], capture_output=True, text=True)
    spent = (time.perf_counter_ns() - start) / 1e6
    if done.returncode != 0:
        raise SystemExit(f"rapport {' '.join(map(str, arguments))} failed: {done.stdout}{done.stderr}")
    return spent
