import Model
import Recognizers

/// Something said of a record, not yet tied to the kind of record it is said of.
indirect enum Modifier: Sendable {
  /// A noun; it decides the kind.
  case noun(KindID, [Meaning.Condition])
  /// Values, filters and events that one word may stand for: whichever fits the kind.
  case meanings([Meaning])
  /// Something that happened, or was to happen, at a time.
  case event([Meaning], RecognizedValue)
  /// Every name that these tokens are.
  case name([NameSpan], tokens: Range<Int>)
  case code(String)
  /// The speaker owns it.
  case speaker
  case time(RecognizedValue)
  /// A figure compared with a field, or with the kind's amount where no field is named.
  case quantity([Meaning], Comparison, RecognizedValue, upTo: RecognizedValue?)
  /// A field with words or a name as its value.
  case fieldText([Meaning], String)
  case missing([Meaning])
  /// It has something in the field; a figure above zero.
  case present([Meaning])
  /// From one event to another it took longer or shorter than that.
  case elapsed([Meaning], [Meaning], Comparison, CalendarDuration)
  /// Records of another kind that it has, or belongs to: a finished set, by its last node.
  case related(node: Int, count: (Comparison, Int)?)
  case not(Modifier)
  case any([Modifier])
  /// How many of it: binds where the set becomes part of another ("three or more tickets").
  case count(Comparison, Int)
  case limit(Int)
  case sort(Order)
  case pronoun(SetReading.Pronoun)
  case root(RootWord)

  struct Order: Sendable {
    enum Key: Sendable {
      case fields([Meaning])
      case event([Meaning])
      case amount
      case date
    }
    var key: Key
    var descending: Bool
    /// No direction was said: figures begin with the largest, the rest with the first.
    var isNatural = false
    /// "the biggest deal": one, unless a number stands with it.
    var isSuperlative: Bool
  }

  /// What only stands in a whole sentence: what is to be made of the records.
  enum RootWord: Sendable {
    case show, which, who, when, only, countThem
    /// "rank … by employees": what is grouped by elsewhere is sorted by.
    case sorted
    case aggregate(Aggregate)
    /// "the highest annual revenue among …"
    case extreme(Aggregate, [Meaning])
    case total
    /// A field to be shown or measured.
    case field([Meaning])
    case measure(KindID, String)
    /// Groups by these fields (or owners, or related records).
    case group([GroupKey])
    /// "which team …": the groups of which one is asked for.
    case whichGroup(GroupKey)
    case most(descending: Bool)
  }

  enum GroupKey: Sendable {
    case meanings([Meaning])
    case period(GrammarWord)
  }
}
