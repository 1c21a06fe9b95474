"""A sales history of any length as CSV files; the same number of deals always gives the same files."""

import csv
import datetime
import random
from pathlib import Path

TODAY = datetime.date(2026, 11, 23)
OPEN_STAGES = ["qualification", "discovery", "proposal", "negotiation"]
STAGES = [("qualification", 10, "open"), ("discovery", 25, "open"), ("proposal", 50, "open"),
          ("negotiation", 75, "open"), ("won", 100, "won"), ("lost", 0, "lost")]
PLACES = [("Austin", "Texas"), ("Boston", "Massachusetts"), ("Denver", "Colorado"), ("Seattle", "Washington")]
FIRST = ["Amber", "Birch", "Cedar", "Delta", "Ember", "Fjord", "Grove", "Heron", "Iris", "Jade"]
LAST = ["Foods", "Motors", "Works", "Health", "Energy", "Supply", "Textiles", "Networks", "Marine", "Labs"]


def table(path: Path, head: list[str], rows) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(head)
        writer.writerows(rows)


def deal(number: int, account: str, owner: str, dice: random.Random) -> list:
    created = TODAY - datetime.timedelta(days=dice.randrange(900))
    until = created + datetime.timedelta(days=dice.randrange(5, 200))
    amount = f"{dice.randrange(500, 200_000)}.00"
    common = [f"Deal {number}", account, amount, "USD"]
    if until >= TODAY:
        return common + [dice.choice(OPEN_STAGES), owner, created, until, "", ""]
    if dice.random() < 0.6:
        return common + ["won", owner, created, until, until, ""]
    return common + ["lost", owner, created, until, until, dice.choice(["no budget", "too expensive", "no decision"])]


def write(folder: Path, deals: int) -> Path:
    """Fills a new folder with users, stages, accounts and deals."""
    folder.mkdir()
    dice = random.Random(deals)
    owners = ["dana"] + [f"rep{number}" for number in range(1, 30)]
    accounts = [f"{first} {last} {number}" for number in range(max(1, deals // 1_000)) for first in FIRST for last in LAST]
    table(folder / "users.csv", ["login", "name", "role", "team", "timezone", "locale", "currency"],
          [[login, login.title(), "rep", "East", "America/New_York", "en", "USD"] for login in owners])
    table(folder / "stages.csv", ["position", "name", "probability", "kind"],
          [[place, *stage] for place, stage in enumerate(STAGES, 1)])
    table(folder / "accounts.csv", ["name", "industry", "city", "region", "country", "owner"],
          [[name, name.split()[1], *PLACES[index % 4], "United States", owners[index % 30]]
           for index, name in enumerate(accounts)])
    head = ["name", "account", "amount", "currency", "stage", "owner", "created", "close_date", "closed_on", "lost_reason"]
    table(folder / "deals.csv", head,
          (deal(number, dice.choice(accounts), dice.choice(owners), dice) for number in range(1, deals + 1)))
    return folder
