"""What is said in the benchmarks: sentences over the demo company, in both languages, always the same ones."""

ENGLISH_SETS = [
    "my open deals", "open deals over 20k", "deals closing this month", "deals in negotiation",
    "overdue follow-ups", "accounts in Texas", "contacts at Acme", "new leads", "unassigned leads",
    "deals we lost this year", "won deals since March", "urgent tickets", "open tickets of Globex Inc",
    "orders from last month", "contracts that end this year", "Sam's open deals", "deals Bob owns",
    "customers in New York", "vip accounts", "deals without a primary contact",
    "accounts with open deals over 50k", "contacts at accounts in California",
    "deals of customers in the energy industry", "leads from the web",
    "open deals between 10k and 100k", "deals created in the last 90 days", "running campaigns",
    "products over $1,000", "deals at Hooli or Initech", "accounts that Dana does not own",
]
ENGLISH_FORMS = ["show {}", "list {}", "how many {} are there?", "which {} do we have?", "count {}"]
ENGLISH_OTHERS = [
    "total of my open deals", "average amount of won deals", "open deals by stage", "number of deals by owner",
    "sum of open deals by owner and stage", "my open deals, biggest first, top 5", "who owns Hooli?",
    "what is Acme's industry?", "when does the Acme deal close?", "show the Globex renewal", "Jane Doe's phone",
    "show Acme Corporation", "who am I?", "show the pipeline", "help", "the three biggest open deals",
    "history of Globex Inc", "when did we last talk to Acme?", "what's on my plate today?",
    "accounts by industry", "tickets by priority", "how much did we win this year?",
]

CHINESE_SETS = [
    "我进行中的商机", "金额超过20万的商机", "本月要成交的商机", "谈判阶段的商机", "逾期的跟进", "上海的客户",
    "晨星科技的联系人", "新线索", "没有分配的线索", "今年输掉的商机", "三月以来赢单的商机", "紧急工单",
    "蓝海物流的工单", "上个月的订单", "今年到期的合同", "张伟进行中的商机", "林梅负责的商机",
    "制造业的客户", "没有主要联系人的商机", "有进行中商机的客户", "官网来的线索",
    "10万到100万之间的商机", "最近90天新建的商机", "晨星科技或者华信电子的商机", "林梅不负责的客户",
]
CHINESE_FORMS = ["显示{}", "列出{}", "{}有多少?", "看看{}", "有几个{}?"]
CHINESE_OTHERS = [
    "我进行中商机的总额", "赢单商机的平均金额", "按阶段统计进行中的商机", "每个负责人有多少商机?",
    "谁负责晨星科技?", "晨星科技的行业是什么?", "蓝海仓储传感什么时候成交?", "显示华信产线改造", "王芳的电话",
    "显示晨星科技", "我是谁?", "显示销售漏斗", "帮助", "金额最大的三个商机", "晨星科技的跟进记录",
    "上次联系蓝海物流是什么时候?", "我今天有什么安排?", "按行业统计客户", "按优先级统计工单",
]


def reads() -> list[tuple[str, str]]:
    """More than 200 questions, each with its speaker, the languages in turn."""
    english = [form.format(what) for what in ENGLISH_SETS for form in ENGLISH_FORMS] + ENGLISH_OTHERS
    chinese = [form.format(what) for what in CHINESE_SETS for form in CHINESE_FORMS] + CHINESE_OTHERS
    said = [("dana", text) for text in english] + [("mei", text) for text in chinese]
    return [said[index * 101 % len(said)] for index in range(len(said))]


def writes(count: int) -> list[tuple[str, str]]:
    """Changes of data that are each really one: no value comes twice in a row."""
    forms = [
        ("dana", "change the amount of Acme rollout to {}"),
        ("dana", "set Acme Corporation's employees to {}"),
        ("mei", "把蓝海仓储传感的金额改成{}"),
        ("dana", "note on Initech: the meeting room has {} chairs"),
        ("mei", "把晨星科技的员工数改成{}"),
    ]
    return [(speaker, form.format(10_001 + index)) for index in range(count) for speaker, form in [forms[index % 5]]]


# Over the generated history, where the speaker is one of its owners.
AT_SCALE = [
    ("a count", "how many open deals do I own?"),
    ("a count through a reference", "how many won deals do we have at accounts in Texas?"),
    ("a list", "show my open deals closing this month, biggest first"),
    ("a sum", "total of open deals over 50k"),
    ("groups", "won deals this year by owner"),
    ("one record", "show the deal Deal 4711"),
]
