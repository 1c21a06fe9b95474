#!/usr/bin/env python3
"""Other programs that read commands by rules, on the same names and the same sentences; run in an environment of its own.

`peers.py hassil|gazetteer NAMES SENTENCES` prints p50, p90 and p99 in microseconds, and how many were recognised.
Home Assistant's hassil reads a grammar of the same commands. Its gazetteer-matcher knows no commands but its own, so
each name is said in the shortest of them.
"""

import sys
import time
from pathlib import Path

# The English sentences of names.py, as hassil writes them.
GRAMMAR = {
    "View": ["(show|display|open|view|pull up|bring up) {name}"],
    "Deals": ["[show|list] [me] [the|all] open deals (of|for|at) {name}",
              "deals (of|for|at) {name} over {amount} closing {range}[, biggest first]"],
    "Owner": ["(who owns|who is the owner of) {name}"],
    "Count": ["how many (tickets|deals|contacts) (does|do) {name} have"],
    "Note": ["[add a] note (on|for) {name}[:] {text}"],
    "Contacts": ["[show|list] contacts (at|of) {name}"],
    "FollowUp": ["(add|create|set) [a] (follow-up|reminder) (with|for) {name} {when}"],
    "Last": ["when did (we|I) last (talk|speak) to {name}"],
    "Call": ["log [a] call with {name} [{when}]"],
    "Field": ["what is {name}'s (industry|phone|website)"],
    "Meeting": ["(schedule|book|set up) [a] meeting with {name} {when}"],
    "Total": ["[the] total of won deals of {name} [{range}]"],
    "Tag": ["tag {name} as {text}"],
    "Assign": ["assign {name} to {text}"],
    "Orders": ["[show|list] orders of {name} from {range}"],
}


def hassil(all_names: list[str]):
    from hassil import Intents, TextSlotList, WildcardSlotList, recognize
    intents = Intents.from_dict({
        "language": "en", "intents": {key: {"data": [{"sentences": list}]} for key, list in GRAMMAR.items()}})
    lists = {"name": TextSlotList.from_strings(all_names, name="name")}
    for wild in ("text", "when", "amount", "range"):
        lists[wild] = WildcardSlotList(wild)
    return lambda text, _: recognize(text, intents, slot_lists=lists) is not None


def gazetteer(all_names: list[str]):
    from gazetteer_matcher import GazetteerMatcher
    entities = {f"light.l{index}": {"name": name, "area": "office"} for index, name in enumerate(all_names)}
    matcher = GazetteerMatcher(home={
        "areas": {"office": {"name": "Office", "floor": "ground"}}, "floors": {"ground": {"name": "Ground"}},
        "entities": entities})
    return lambda _, name: matcher.interpret(f"turn on {name}").accepted


def main() -> None:
    which, names_file, sentences_file = sys.argv[1:]
    read = {"hassil": hassil, "gazetteer": gazetteer}[which](Path(names_file).read_text(encoding="utf-8").splitlines())
    times, recognised = [], 0
    for line in Path(sentences_file).read_text(encoding="utf-8").splitlines():
        name, text = line.split("\t")
        begin = time.perf_counter_ns()
        recognised += bool(read(text, name))
        times.append((time.perf_counter_ns() - begin) / 1000)
    times.sort()
    print(*(round(times[min(len(times) - 1, int(len(times) * share))]) for share in (0.5, 0.9, 0.99)), recognised, len(times))


if __name__ == "__main__":
    main()
