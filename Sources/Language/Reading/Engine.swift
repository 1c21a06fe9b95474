import Model
import Recognizers
import Values

/// Reads sentences. Holds no state of a conversation: what it needs of one stands in the situation.
public struct Engine: Sendable {
  /// What the sentence is said in.
  public struct Situation: Sendable {
    public var values: RecognizerContext
    /// The kind of the last list or record: what "the ones" are.
    public var lastKind: KindID?

    public init(values: RecognizerContext, lastKind: KindID? = nil) {
      self.values = values
      self.lastKind = lastKind
    }
  }

  public let lexicon: Lexicon

  public init(_ lexicon: Lexicon) { self.lexicon = lexicon }

  /// Every reading that explains the whole sentence, best first; empty where there is none.
  ///
  /// Where none explains it as written, words that nothing knows are taken for their nearest neighbours among the
  /// grammar's words; such readings carry their corrections.
  public func read(_ text: String, gazetteer: any Gazetteer, _ situation: Situation) throws -> [Reading] {
    let sentence = Sentence(text)
    guard !sentence.tokens.isEmpty, sentence.tokens.count <= 400 else { return [] }
    let lattice = try lexicon.lattice(sentence, gazetteer: gazetteer, context: situation.values)
    let rewriting = Rewriting(lattice, words: lexicon.words)
    if let plain = rewriting.withDigits(atLeast: 7) ?? rewriting.withAddresses() {
      return try read(plain, gazetteer: gazetteer, situation)
    }
    if let plain = Requests(lattice: lattice, words: lexicon.words).plain(), plain != text {
      return try read(plain, gazetteer: gazetteer, situation)
    }
    let spelling = Spelling(lexicon: lexicon, gazetteer: gazetteer)
    let slips = spelling.calendarMends(lattice)
    guard !slips.isEmpty else { return try read(lattice, [], gazetteer, situation) }
    let mended = spelling.written(sentence, slips)
    return try read(
      lexicon.lattice(mended.sentence, gazetteer: gazetteer, context: situation.values), mended.corrections, gazetteer,
      situation)
  }

  private func read(
    _ lattice: Lattice, _ corrections: [Reading.Correction], _ gazetteer: any Gazetteer, _ situation: Situation
  ) throws -> [Reading] {
    let strict = try withReadableParts(readings(of: lattice, corrections, situation), gazetteer, situation)
    // What was pasted is not put otherwise until it means something.
    if lattice.sentence.text.contains(where: \.isNewline) { return strict }
    let rewriting = Rewriting(lattice, words: lexicon.words)
    if let best = strict.first, Engine.explains(strict), best.isStrange {
      // "to logistisc": rather the word that is known.
      let found = try mended(lattice, corrections, gazetteer, situation)
        .filter {
          ($0.fills(like: best) || $0.isSound && $0.intent != best.intent)
            && $0.cost - 40 * $0.corrections.count < best.cost
        }
      if !found.isEmpty { return found.sorted { $0.cost < $1.cost } + strict }
    }
    if let best = strict.first, Engine.explains(strict), best.hasText, lattice.count <= 16 {
      // "no, I menat Initech": what a slip made text of.
      let found = try mended(lattice, corrections, gazetteer, situation)
        .filter { $0.hasTexts(within: best) && $0.cost - 40 * $0.corrections.count < best.cost - 1 }
      if !found.isEmpty { return found.sorted { $0.cost < $1.cost } + strict }
    }
    if Engine.explains(strict), !isDoubtful(strict[0], lattice) {
      // "the Initech pilot, we won it": rather a command than a question about what is won.
      guard let best = strict.first, Engine.isFragment(best) else { return strict }
      let found = try
        (inFull(lattice, gazetteer, situation)
        + (rewriting.hasTopic ? readings(of: rewriting.proposals(), corrections, gazetteer, situation) : []))
        .filter { $0.cost < best.cost + 30 && !Engine.isFragment($0) }
      return found.isEmpty ? strict : (found.sorted { $0.cost < $1.cost } + strict)
    }
    let inFull = try inFull(lattice, gazetteer, situation)
    if Engine.explains(inFull) { return (inFull + strict).sorted { $0.cost < $1.cost } }
    if let plain = Engine.withoutAsides(lattice.sentence.text) {
      let inner = try read(plain, gazetteer: gazetteer, situation)
      if let best = inner.first, best.cost < 230 { return inner }
    }
    var tolerant = lattice
    tolerant.isTolerant = true
    var found = readings(of: tolerant, corrections, situation)
    // However the sentence is put otherwise, it stays the condition or the wish that it begins as.
    let opening = SpeechActReader(lattice: lattice).opening
    found += try readings(of: rewriting.proposals(), corrections, gazetteer, situation).map { $0.said(as: opening) }
    if !Engine.explains(found.filter { !isCommandLike(lattice) || !Engine.isFragment($0) }) {
      found += try mended(lattice, corrections, gazetteer, situation)
    }
    // Where nothing explains the sentence well, a command is likelier than a question that nobody asks.
    func price(_ reading: Reading) -> Int {
      reading.cost + (Engine.isFragment(reading) || reading.asksInText ? 25 : 0)
    }
    return (found + strict).sorted { price($0) < price($1) }
  }

  /// What it costs that something was written for short.
  private static let shortCost = 6

  /// The readings of the sentence with everything in full that is written for short.
  private func inFull(_ lattice: Lattice, _ gazetteer: any Gazetteer, _ situation: Situation) throws -> [Reading] {
    let sentences = lexicon.shorthands.proposals(lattice)
    let proposals = sentences.map {
      Rewriting.Proposal(sentence: Sentence($0), corrections: [], cost: Engine.shortCost)
    }
    let found = try readings(of: proposals, [], gazetteer, situation)
    if Engine.explains(found) { return found.sorted { $0.cost < $1.cost } }
    return try sentences.flatMap { try read($0, gazetteer: gazetteer, situation) }.sorted { $0.cost < $1.cost }
  }

  /// A question about records without a word that asks.
  private static func isFragment(_ reading: Reading) -> Bool {
    if case .records(_, let shape) = reading.content { return !shape.isShown && !shape.asksWho }
    return false
  }

  /// Without the readings whose slot for a whole sentence holds none: "save the list as a.csv" teaches nothing.
  private func withReadableParts(_ readings: [Reading], _ gazetteer: any Gazetteer, _ situation: Situation) throws
    -> [Reading]
  {
    guard readings.prefix(4).contains(where: { $0.sentenceToKeep != nil }) else { return readings }
    var readable: [String: Bool] = [:]
    return try readings.filter { reading in
      guard let text = reading.sentenceToKeep else { return true }
      if let known = readable[text] { return known }
      guard readable.count < 6 else { return false }
      let lattice = try lexicon.lattice(Sentence(text), gazetteer: gazetteer, context: situation.values)
      let isReadable = self.readings(of: lattice, [], situation).first.map { $0.cost < 120 && !$0.isName } ?? false
      readable[text] = isReadable
      return isReadable
    }
  }

  /// Dearer readings have words in them that nothing explains.
  private static func explains(_ readings: [Reading]) -> Bool {
    guard let best = readings.first else { return false }
    return best.cost < 250
  }

  /// A question about records without a word that asks, made of several clauses: "Acme raised the budget, the deal is …".
  private func isDoubtful(_ reading: Reading, _ lattice: Lattice) -> Bool {
    reading.asksInText || isCommandLike(lattice) && Engine.isFragment(reading)
      || Engine.isFragment(reading) && reading.cost >= 30
        && lattice.sentence.tokens.contains { [",", "，", ";", "。"].contains($0.text) }
  }

  /// 把…: what is done to something is no question about it.
  private func isCommandLike(_ lattice: Lattice) -> Bool {
    lattice.reach([.polite, .skip, .comma], from: 0).contains { lattice.end(of: .doing, at: $0) != nil }
  }

  /// The readings of what the sentence may have been meant to say, with as few words mended as will do.
  private func mended(
    _ lattice: Lattice, _ corrections: [Reading.Correction], _ gazetteer: any Gazetteer, _ situation: Situation
  ) throws -> [Reading] {
    for proposals in try Spelling(lexicon: lexicon, gazetteer: gazetteer).rounds(lattice) {
      let found = try readings(of: proposals, corrections, gazetteer, situation)
      if !found.isEmpty { return found }
    }
    return []
  }

  private func readings(
    of proposals: [Rewriting.Proposal], _ corrections: [Reading.Correction], _ gazetteer: any Gazetteer,
    _ situation: Situation
  ) throws -> [Reading] {
    var found: [Reading] = []
    for proposal in proposals {
      var lattice = try lexicon.lattice(proposal.sentence, gazetteer: gazetteer, context: situation.values)
      let all = corrections + proposal.corrections
      // What costs more is not taken, so it need not be found.
      let limit = 250 + proposal.cost - 40 * all.count
      var readings = readings(of: lattice, all, situation, limit: limit)
      if !Engine.explains(readings) {
        lattice.isTolerant = true
        readings = self.readings(of: lattice, all, situation, limit: limit)
      }
      let extra = proposal.cost - 40 * proposal.corrections.count
      found += readings.filter { $0.stands(behind: proposal.preamble) }.prefix(4).filter {
        $0.cost < 250 + proposal.cost
      }.map { $0.putting(proposal, costing: extra) }
    }
    return found
  }

  /// The text without what stands in brackets; nil where nothing does.
  private static func withoutAsides(_ text: String) -> String? {
    var depth = 0
    var result = String.UnicodeScalarView()
    var found = false
    for scalar in text.unicodeScalars {
      if scalar == "(" || scalar == "（" {
        depth += 1
        found = true
      } else if scalar == ")" || scalar == "）" {
        depth = max(0, depth - 1)
      } else if depth == 0 {
        result.append(scalar)
      }
    }
    return found && !result.isEmpty ? String(result) : nil
  }

  /// With a limit, templates whose match would cost as much or more need not be found.
  private func readings(
    of lattice: Lattice, _ corrections: [Reading.Correction], _ situation: Situation, limit: Int = .max / 2
  ) -> [Reading] {
    let numbers = lattice.sentence.tokens.map { lexicon.words.find($0.text) }
    let parser = SetParser(
      lattice, schema: lexicon.schema, routes: lexicon.routes, currency: situation.values.currency,
      lastKind: situation.lastKind)
    let acts = SpeechActReader(lattice: lattice)
    var readings = records(parser, corrections, .question, situation)
    let reader = SlotReader(parser: parser, numbers: numbers, languageNames: lexicon.languageNames)
    var matcher = Matcher(lexicon: lexicon, reader: reader, numbers: numbers, limit: limit)
    for match in matcher.matches() {
      let intent = lexicon.catalogue.intents[match.accept.intent]
      guard let slots = Engine.agreeing(match.slots) else { continue }
      readings.append(
        Reading(
          content: .intent(intent, slots: slots),
          // A reading that leaves nothing to ask for is the likelier one, unless all is left to ask for.
          cost: match.cost + 40 * corrections.count
            + (slots.isEmpty ? 0 : 4 * intent.slots.count { $0.isRequired && slots[$0.name] == nil }),
          act: acts.act(outside: match.texts), corrections: corrections,
          ignored: match.ignored.map { lattice.sentence.written($0) }, hasVerb: match.accept.weight > 0,
          language: match.accept.language))
    }
    return readings.sorted { $0.cost < $1.cost }
  }

  /// The slots with the field among those that the record's kind has; nil where it has none of them.
  private static func agreeing(_ slots: [String: Reading.Filled]) -> [String: Reading.Filled]? {
    guard case .set(let set)? = slots["record"]?.term, case .field(let meanings)? = slots["field"]?.term else {
      return slots
    }
    let own = meanings.filter { if case .field(set.query.kind, _) = $0 { true } else { false } }
    guard !own.isEmpty, let filled = slots["field"] else { return nil }
    var agreed = slots
    agreed["field"] = Reading.Filled(term: .field(own), text: filled.text)
    return agreed
  }

  /// So many questions are told apart; dearer ones are not worked out.
  private static let mostQuestions = 6

  /// The sentence as a question about records.
  private func records(
    _ parser: SetParser, _ corrections: [Reading.Correction], _ act: SpeechAct, _ situation: Situation
  ) -> [Reading] {
    var readings: [Reading] = []
    var costs: [Int] = []
    for node in parser.roots(from: 0) {
      // The cheapest stand first, and finishing them takes no more off than this: nobody asks for so many.
      if costs.count >= Engine.mostQuestions,
        Int(parser.nodes[node].cost) - 8 + 40 * corrections.count > costs.sorted()[Engine.mostQuestions - 1]
      {
        break
      }
      let head = parser.nodes[node].head
      let kinds = head >= 0 ? [parser.schema.kinds[Int(head)]] : candidateKinds(parser, node)
      for kind in kinds {
        guard let (set, shape) = SetFinisher(parser: parser).finish(node, as: kind), isSensible(set, shape) else {
          continue
        }
        // A fragment such as "Acme, commit" may be a command as well; a noun or a question word says that it is none.
        let isFragment = !shape.isShown && !set.hasNoun && shape.asked == .list && !shape.isNarrowing
        let isOwn = head < 0 && hasOwnEvent(parser, node, kind)
        let happenedTo = head < 0 && kinds.first?.id == kind.id
        let cost =
          set.cost + (head >= 0 ? 4 : isMeasured(parser, node, kind) ? 2 : isOwn ? 6 : 9) - (happenedTo ? 1 : 0)
          + (isFragment && !set.isName ? 12 : 0) + (isUnasked(set, shape) ? 1 : 0)
          + (Engine.asksWhatIsSaid(set, shape) ? 15 : 0)
          - (shape.isShown ? 3 : 0) - (shape.isNarrowing ? 4 : 0) + 40 * corrections.count
        // As dear as it may become where a command is looked for.
        costs.append(cost + (shape.isShown || shape.asksWho ? 0 : 25))
        readings.append(
          Reading(
            content: .records(set, shape), cost: cost, act: act, corrections: corrections,
            language: situation.values.languages.first ?? .english))
      }
    }
    return readings
  }

  /// Neither a word that asks nor a name alone: a command may well begin so.
  private func isUnasked(_ set: SetReading, _ shape: Shape) -> Bool {
    !shape.isShown && !set.isName && shape.asked == .list && !shape.isNarrowing
  }

  /// "Acme industry logistics" does not ask for the industry of Acme.
  private static func asksWhatIsSaid(_ set: SetReading, _ shape: Shape) -> Bool {
    guard shape.asked == .field, let field = shape.field, case .all(let parts) = set.query.predicate else {
      return false
    }
    return parts.contains { part in
      switch part {
      case .compare(let of, _, _), .oneOf(let of, _), .within(let of, _): of == field
      default: false
      }
    }
  }

  /// Something in a description without a noun happened to this very kind: what was "paid" is a payment.
  private func hasOwnEvent(_ parser: SetParser, _ node: Int, _ kind: KindSchema) -> Bool {
    parser.chain(node).contains { modifier in
      let meanings: [Meaning]
      switch modifier {
      case .event(let all, _), .meanings(let all): meanings = all
      case .root(.measure(kind.id, _)): return true
      default: return false
      }
      return meanings.contains {
        if case .event(kind.id, let id) = $0 { kind.event(id)?.through == nil } else { false }
      }
    }
  }

  /// A figure with a name of its own says whose it is.
  private func isMeasured(_ parser: SetParser, _ node: Int, _ kind: KindSchema) -> Bool {
    parser.chain(node).contains { if case .root(.measure(kind.id, _)) = $0 { true } else { false } }
  }

  private func isSensible(_ set: SetReading, _ shape: Shape) -> Bool {
    if set.count != nil { return false }
    if shape.isNarrowing { return set.isDescribed || !set.query.sort.isEmpty || !set.names.isEmpty }
    return set.hasNoun || set.isDescribed || !set.names.isEmpty || set.code != nil || set.pronoun != nil
      || !shape.groups.isEmpty || shape.asked != .list
  }

  /// The kinds that the words of a description without a noun belong to, in the order of the words.
  private func candidateKinds(_ parser: SetParser, _ node: Int) -> [KindSchema] {
    var found: [KindID] = []
    func note(_ meanings: [Meaning]) {
      for meaning in meanings {
        switch meaning {
        case .value(let kind, _, _), .filter(let kind, _), .event(let kind, _), .field(let kind, _), .noun(let kind, _),
          .measure(let kind, _):
          if !found.contains(kind) { found.append(kind) }
        }
      }
    }
    func visit(_ modifier: Modifier) {
      switch modifier {
      case .meanings(let meanings), .event(let meanings, _), .quantity(let meanings, _, _, _), .missing(let meanings):
        note(meanings)
      case .elapsed(let from, _, _, _): note(from)
      case .not(let inner): visit(inner)
      case .any(let parts): parts.forEach(visit)
      case .root(.field(let fields)), .root(.extreme(_, let fields)): note(fields)
      case .root(.measure(let kind, _)): if !found.contains(kind) { found.append(kind) }
      default: break
      }
    }
    let chain = parser.chain(node)
    if chain.contains(where: { if case .root(.only) = $0 { true } else { false } }), let last = parser.lastKind {
      return parser.schema[last].map { [$0] } ?? []
    }
    chain.forEach(visit)
    // What happened comes before what it could be a condition of.
    let happened = chain.flatMap { modifier -> [KindID] in
      let meanings: [Meaning]
      switch modifier {
      case .event(let all, _), .meanings(let all): meanings = all
      default: return []
      }
      return meanings.compactMap {
        if case .event(let kind, let id) = $0, parser.schema[kind]?.event(id)?.through == nil { kind } else { nil }
      }
    }
    found.sort { happened.contains($0) && !happened.contains($1) }
    if found.isEmpty, let last = parser.lastKind { found = [last] }
    return found.compactMap { parser.schema[$0] }
  }
}
