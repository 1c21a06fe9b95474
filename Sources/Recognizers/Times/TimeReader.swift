import Values

/// Reads all the times of a sentence, from its end to its start, so that whatever may follow a word is known already.
struct TimeReader {
  let reading: Reading
  let context: RecognizerContext
  private(set) var nodes: [TimeNode] = []
  /// What was read of places that come after the one that told it; it goes before what they say themselves.
  private(set) var aside: [TimeNode] = []
  private(set) var durations: [DurationNode] = []
  /// Nodes and durations by the place they start at.
  private var nodesAt: [Range<Int32>]
  private var durationAt: [Int32]
  /// Where the nodes of the present place begin.
  private(set) var nodesHere = 0

  var sentence: Sentence { reading.sentence }

  init(_ reading: Reading, _ context: RecognizerContext) {
    self.reading = reading
    self.context = context
    let count = reading.sentence.count
    nodesAt = [Range<Int32>](repeating: 0..<0, count: count + 1)
    durationAt = [Int32](repeating: -1, count: count + 1)
    for place in stride(from: count - 1, through: 0, by: -1) { read(place) }
  }

  /// Keeps what was found about a place other than the present one.
  mutating func addAside(_ node: TimeNode) { aside.append(node) }

  private mutating func read(_ place: Int) {
    let glyph = sentence.glyphs[place]
    guard glyph == .digit ? sentence.glyph(place - 1) != .digit : !sentence.words(at: place).isEmpty else { return }
    if glyph == .digit, sentence.scalar(place - 1) == 0x2E, sentence.glyph(place - 2) == .digit { return }
    nodesHere = nodes.count
    if let duration = reading.duration(at: place) {
      durationAt[place] = Int32(durations.count)
      durations.append(duration)
    }
    if glyph == .digit { readDigitDates(place) }
    readNumbered(place)
    readWords(place)
    readShifted(place)
    var index = nodesHere
    while index < nodes.count, nodes.count - nodesHere < 24 {
      extend(nodes[index])
      index += 1
    }
    if index > nodesHere { nodesAt[place] = Int32(nodesHere)..<Int32(nodes.count) }
    readPrefixes(place)
    nodesAt[place] = Int32(nodesHere)..<Int32(nodes.count)
  }

  /// Adds a node, unless the same stretch was already read the same way.
  mutating func add(_ found: TimeNode) {
    var node = found
    node.expression = found.expression.pairedClocks
    for other in nodes[nodesHere...] where other.end == node.end && other.start == node.start && other.form == node.form
    {
      if other.expression == node.expression { return }
    }
    nodes.append(node)
  }

  mutating func add(_ start: Int, _ end: Int, _ expression: TimeExpression, _ form: TimeNode.Form, weak: Bool = false) {
    add(TimeNode(start: start, end: end, expression: expression, form: form, isWeak: weak))
  }

  /// What was read at a place after spaces.
  @inline(__always) func nodes(at place: Int) -> ArraySlice<TimeNode> {
    let place = sentence.skip(place)
    guard place < sentence.count else { return [] }
    return nodes[Int(nodesAt[place].lowerBound)..<Int(nodesAt[place].upperBound)]
  }

  func duration(at place: Int) -> DurationNode? {
    let place = sentence.skip(place)
    return place < sentence.count && durationAt[place] >= 0 ? durations[Int(durationAt[place])] : nil
  }

  /// The longest node at a place that `test` accepts.
  func longest(at place: Int, _ test: (TimeNode) -> Bool) -> TimeNode? {
    var best: TimeNode?
    for node in nodes(at: place) where node.end > best?.end ?? -1 && test(node) { best = node }
    return best
  }

  // MARK: Places

  func isHan(_ place: Int) -> Bool { sentence.glyph(place) == .han }

  /// The end of one word of a meaning, the place itself where there is none.
  func optional(_ place: Int, _ test: (Meaning) -> Bool) -> Int { sentence.match(place, test) ?? place }

  func skipThe(_ place: Int) -> Int { optional(place) { $0.isThe } }

  func skipComma(_ place: Int) -> Int {
    let next = sentence.skip(place)
    return sentence.scalar(next) == 0x2C ? next + 1 : place
  }

  /// A small whole number without separators or scale, in digits or words.
  func smallNumber(_ place: Int) -> (value: Int, end: Int)? {
    let start = sentence.skip(place)
    if let run = sentence.digits(at: start), run.count <= 2 { return (run.value, run.end) }
    guard sentence.glyph(start) != .digit, let number = reading.number(at: start), !number.hasScale,
      let value = number.integer, (0...99).contains(value)
    else { return nil }
    return (value, number.end)
  }
}
