"""The table of what was measured."""

from dataclasses import dataclass


@dataclass
class Row:
    """One measurement; times are milliseconds."""

    what: str
    p50: str
    p95: str = ""
    compared: str = ""
    limit: str = ""
    is_over: bool = False
    note: str = ""

    def cells(self) -> list[str]:
        mark = ("over" if self.is_over else "ok") if self.limit else ""
        return [self.what, self.p50, self.p95, self.compared, self.limit, mark, self.note]


HEAD = ["what", "p50", "p95", "compared with", "limit", "", "note"]


def milliseconds(value: float) -> str:
    if value < 1:
        return f"{value * 1000:.0f} µs"
    return f"{value:.1f} ms" if value < 1000 else f"{value / 1000:.1f} s"


def p95(values: list[float]) -> float:
    return sorted(values)[int(len(values) * 0.95)]


def show(rows: list[Row], is_markdown: bool) -> None:
    table = [HEAD] + [row.cells() for row in rows]
    if is_markdown:
        table.insert(1, ["---"] * len(HEAD))
        for cells in table:
            print("| " + " | ".join(cells) + " |")
        return
    widths = [max(len(cells[column]) for cells in table) for column in range(len(HEAD))]
    for cells in table:
        print("  ".join(cell.ljust(width) for cell, width in zip(cells, widths)).rstrip())
