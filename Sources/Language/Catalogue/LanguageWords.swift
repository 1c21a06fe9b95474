import Recognizers
import Values

/// The grammar words of one language, by named meaning, and its shared template rules.
public struct LanguageWords: Sendable, Hashable {
  public var language: LanguageCode
  public var grammar: [GrammarWord: [String]]
  public var rules: [String: Template]
  /// Patterns that make a clause something else than a command or a report, by act.
  public var cues: [SpeechAct: [String]]
  /// What the program itself says, by key, with `{placeholder}`s; from `Intents/_messages`.
  public var messages: [String: String]
  /// The words for numbers, dates and amounts, by the name of what they mean (`NamedMeaning`). English and Chinese have
  /// theirs in the recognizers.
  public var values: [String: [String]]
  /// By what is written for short, or with a word of another language, what it stands for, the likeliest first:
  /// `w/: with`, `merge: 合并`.
  public var shorthands: [String: [String]]

  public init(
    language: LanguageCode, grammar: [GrammarWord: [String]] = [:], rules: [String: Template] = [:],
    cues: [SpeechAct: [String]] = [:], messages: [String: String] = [:], values: [String: [String]] = [:],
    shorthands: [String: [String]] = [:]
  ) {
    self.language = language
    self.grammar = grammar
    self.rules = rules
    self.cues = cues
    self.messages = messages
    self.values = values
    self.shorthands = shorthands
  }
}

/// The closed class: what a grammar word does in a sentence. The words themselves are in `Intents/_language`.
public enum GrammarWord: String, Sendable, CaseIterable, Hashable {
  /// Carries nothing anywhere: the, a, please, 请, 一下, 的.
  case skip
  /// Carries nothing at the ends of a sentence: hey, can you, thanks, 麻烦, 吧.
  case polite
  /// May be passed over where a sentence makes no sense otherwise: here, well, 系统里, 一个.
  case light
  /// Carries little inside a description: still, also, currently, 目前, 还.
  case filler
  // Comparison. `…After` stands behind the figure: 20k or more, 20万以上.
  case greater, less, atLeast, atMost, exactly, atLeastAfter, atMostAfter, greaterAfter, lessAfter
  case between, betweenEnd, rangeTo
  /// is, are, =, 是, 为: between a field and its value.
  case equals
  // Negation. `except` takes a following description away, `exceptAfter` one before it (以外).
  case not, without, except, exceptAfter
  case and, or, comma
  /// The speaker as owner: my, mine, 我的; as subject or object: I, me, 我.
  case my, speaker
  /// our, us, we, 我们: everybody's.
  case our
  /// his, her, their: the person named before.
  case theirs
  /// him, her, 他: a person who was talked about. there, their, 那边: a company that was.
  case person, company
  /// 's, 的: what follows belongs to what precedes.
  case possessive
  /// owned by, assigned to, belonging to, 负责: the name beside it is the owner.
  case ownedBy
  /// have, has, own, with, 有: what follows is had by what precedes.
  case have
  /// with, whose, at, in, of, for, that, which, where, 在: a description follows.
  case link
  /// do, does, is, are, was, been: helps a verb.
  case auxiliary
  /// which, what, who, 哪些: asks for records. `who` and 谁 ask for people.
  case which, who
  case when
  /// show, list, give me, 显示.
  case show
  case howMany, total, howMuch, average, median
  /// biggest, largest, highest, top, most; smallest, lowest; newest, latest; oldest, earliest.
  case largest, smallest, newest, oldest
  /// most, 最多: the group with the largest count or sum.
  case most, fewest
  /// by, per, for each, 按, 各: a grouping, or the field of a sort, follows.
  case groupBy
  /// sorted by, rank by, 排序.
  case sortBy, descending, ascending
  /// first, in "biggest first".
  case firstAfter
  /// top, first, 前: a number of records follows.
  case top
  case all
  case missing
  /// only, just, 只要: narrows the last list.
  case only
  /// it, that, this one, 它; they, those, these, 这些.
  case it, them
  /// one, ones: stands for the noun.
  case one
  /// called, named, 叫, 名为: a name follows.
  case calledBy
  /// A counter word after a number: 个, 条, 家.
  case counter
  /// from … to, between two events: 从…到.
  case from
  case took
  case yes, no
  /// The nouns of periods, for groups: by month, 每月.
  case periodDay, periodWeek, periodMonth, periodQuarter, periodYear
  /// counting, 只算: says how a figure is reckoned.
  case counting
  /// Frames that make a question of a command: 能…吗, 可以…吗.
  case requestBegin, requestEnd
  /// would you mind, any chance of: the verb of the command follows as a gerund.
  case gerundAfter
  /// once, as soon as, unless, 一旦: what the sentence begins with happens first, if at all.
  case condition
  /// 把: what something is done to follows it.
  case doing
  /// number, option, 第: a number that follows is a place in the list.
  case place
  /// should be, has been: what was done to a thing follows it; could, I want: the thing follows.
  case passive, passiveBegin
  /// Makes a question of a sentence that begins with it: is, are, does.
  case asksFirst
  /// Ends a command and begins another: then, and also, 并, 然后.
  case then
}

extension LanguageWords {
  /// The names that `values` may use.
  public static let valueNames = NamedMeaning.names

  public static func isValueName(_ name: String) -> Bool { NamedMeaning(name) != nil }
}
