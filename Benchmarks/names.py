"""A company with very many names, and sentences in which they stand; the same numbers always give the same ones."""

import csv
import random
from pathlib import Path

HEADS = ["Ar", "Bel", "Cor", "Dan", "El", "Fen", "Gal", "Hal", "In", "Jor", "Kel", "Lum", "Mar", "Nor", "Or", "Pel",
         "Quin", "Ros", "Sal", "Tor", "Ul", "Ver", "Wes", "Yor", "Zan"]
TAILS = ["adex", "bury", "cast", "dale", "eton", "field", "gate", "hurst", "ica", "jet", "kor", "land", "mont", "nova",
         "oria", "port", "quist", "ridge", "stad", "tec", "umbra", "vale", "wick", "yard", "zeal"]
SORTS = ["Foods", "Motors", "Works", "Health", "Energy", "Supply", "Textiles", "Networks", "Marine", "Labs", "Group",
         "Partners", "Systems", "Holdings", "Robotics", "Optics", "Timber", "Glass", "Paper", "Tools"]
PLACES = "京沪苏杭广深宁蓉渝津锦瑞恒泰盛嘉远腾诚信安顺鼎丰源润"
MIDDLES = "达辉联通华创科海天宏星云方正利康益博凯威优美新力元德"
TRADES = ["科技", "物流", "电子", "机械", "食品", "医药", "能源", "贸易", "建材", "软件"]

ENGLISH = [
    "show {}", "open deals of {}", "who owns {}?", "how many tickets does {} have?", "note on {}: they like the plan",
    "contacts at {}", "add a follow-up with {} tomorrow at 3pm", "when did we last talk to {}?",
    "log a call with {} today", "what is {}'s industry?", "deals of {} over 20k closing this quarter, biggest first",
    "schedule a meeting with {} next Tuesday at 10", "total of won deals of {} this year", "tag {} as vip",
    "assign {} to Sam", "orders of {} from last month",
]
CHINESE = [
    "显示{}", "{}进行中的商机", "谁负责{}?", "{}有几个工单?", "{}的联系人", "明天下午三点跟进{}", "上次联系{}是什么时候?",
    "今天给{}打了电话", "{}的行业是什么?", "{}金额超过20万的商机", "把{}分配给林梅", "{}今年赢单商机的总额",
]


def all_names(count: int) -> tuple[list[str], list[str]]:
    """Names of companies, four fifths in letters, one fifth in ideographs."""
    dice = random.Random(count)
    english, chinese = set(), set()
    while len(english) < count * 4 // 5:
        first = dice.choice(HEADS) + dice.choice(TAILS)
        second = dice.choice(HEADS) + dice.choice(TAILS) + " " if dice.random() < 0.7 else ""
        english.add(f"{first} {second}{dice.choice(SORTS)}")
    while len(chinese) < count - len(english):
        chinese.add(
            dice.choice(PLACES) + dice.choice(MIDDLES) + dice.choice(PLACES) + dice.choice(MIDDLES) + dice.choice(TRADES))
    return sorted(english), sorted(chinese)


def write(folder: Path, count: int) -> Path:
    """Fills a new folder with users and accounts."""
    folder.mkdir()
    english, chinese = all_names(count)
    with (folder / "users.csv").open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(["login", "name", "role", "team", "timezone", "locale", "currency"])
        for login, name, locale, currency in [
                ("dana", "Dana Reyes", "en", "USD"), ("sam", "Sam Cole", "en", "USD"), ("mei", "林梅", "zh", "CNY")]:
            rows.writerow([login, name, "rep", "East", "America/New_York", locale, currency])
    with (folder / "accounts.csv").open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(["name", "industry", "country", "owner"])
        for index, name in enumerate(english + chinese):
            rows.writerow([name, "Energy" if index % 2 else "Retail", "United States", ["dana", "sam", "mei"][index % 3]])
    return folder


def misspelt(word: str, slips: int, dice: random.Random) -> str:
    """Letters left out, doubled, turned round or mistaken, one in each of as many words; never the first."""
    words = word.split(" ")
    for index in dice.sample(range(len(words)), min(slips, len(words))):
        letters = words[index]
        place = dice.randrange(1, len(letters) - 1)
        words[index] = dice.choice([
            letters[:place] + letters[place + 1:], letters[:place] + letters[place] + letters[place:],
            letters[:place] + letters[place + 1] + letters[place] + letters[place + 2:],
            letters[:place] + dice.choice("aeiorstn") + letters[place + 1:]])
    return " ".join(words)


def sentences(count: int, many: int, slips: int = 0) -> list[tuple[str, str]]:
    """Login and sentence, a name in each; with slips, of English names only."""
    english, chinese = all_names(many)
    dice = random.Random(count + slips)
    said = []
    for index in range(count):
        if index % 3 == 2 and slips == 0:
            said.append(("mei", CHINESE[index // 3 % len(CHINESE)].format(dice.choice(chinese))))
        else:
            said.append(("dana", ENGLISH[index % len(ENGLISH)].format(misspelt(dice.choice(english), slips, dice))))
    return said


def save(path: Path, said: list[tuple[str, str]]) -> Path:
    path.write_text("".join(f"{login}\t{text}\n" for login, text in said), encoding="utf-8")
    return path
