import Model

/// The words of a template without its slots, nor the little words that only lead to them: what a command is begun
/// with before it is known of what. "log a call with {who}: {notes}" leaves "log a call", 给{who}打电话 leaves 打电话.
struct BareTemplate {
  private let rules: [String: Template]
  private let leading: Set<String>
  private let nouns: Set<String>

  /// Words that join others: a part of them alone says nothing without its slot.
  private static let particles: [GrammarWord] = [
    .link, .and, .possessive, .from, .equals, .comma, .rangeTo, .calledBy, .skip, .light, .or, .it, .then,
  ]

  /// `nouns` are the words for kinds of records, which a question may consist of.
  init(_ language: LanguageWords, nouns: Set<String>) {
    rules = language.rules
    self.nouns = nouns
    leading = Set(
      BareTemplate.particles.flatMap { language.grammar[$0] ?? [] }.flatMap(PhrasePattern.phrases).map(NameKey.fold))
  }

  /// nil where the template begins with what it is about, or nothing but a noun is left.
  func bare(of template: Template, _ intent: IntentDefinition) -> Template? {
    guard intent.effect != .read, !intent.slots.contains(where: { $0.kind == .sentence }),
      intent.slots.contains(where: \.isRequired), hasSlot(template, 0)
    else { return nil }
    var kept: [Template] = []
    var isFirst = true
    for part in parts(of: template, 0) {
      if hasSlot(part, 0) {
        // "{who} called": the subject of a report, not what a command wants.
        if isFirst, kept.isEmpty, case .slot = part { return nil }
        continue
      }
      if case .optional = part {
        kept.append(part)
        continue
      }
      defer { isFirst = false }
      if !isParticle(part) { kept.append(part) }
    }
    let said = kept.filter { if case .optional = $0 { false } else { true } }
    guard let first = said.first, says(first) else { return nil }
    return .sequence(kept)
  }

  private func parts(of template: Template, _ depth: Int) -> [Template] {
    switch template {
    case .sequence(let parts): parts.flatMap { self.parts(of: $0, depth) }
    case .rule(let name): depth < 8 ? rules[name].map { parts(of: $0, depth + 1) } ?? [] : []
    default: [template]
    }
  }

  private func hasSlot(_ template: Template, _ depth: Int) -> Bool {
    switch template {
    case .slot: true
    case .words: false
    case .optional(let inner): hasSlot(inner, depth)
    case .rule(let name): depth < 8 && rules[name].map { hasSlot($0, depth + 1) } ?? false
    case .sequence(let parts), .oneOf(let parts), .anyOrder(let parts): parts.contains { hasSlot($0, depth) }
    }
  }

  private func texts(_ template: Template) -> [String] {
    switch template {
    case .words(let text): [text]
    case .oneOf(let choices): choices.flatMap(texts)
    case .sequence(let parts), .anyOrder(let parts): parts.flatMap(texts)
    case .optional, .slot, .rule: []
    }
  }

  /// Most of its choices are particles, or marks.
  private func isParticle(_ part: Template) -> Bool {
    let all = texts(part)
    let particles = all.count { text in
      leading.contains(NameKey.fold(text))
        || !text.unicodeScalars.contains { NameKey.isLetter($0) || NameKey.isIdeograph($0) }
    }
    return 2 * particles > all.count || all.isEmpty
  }

  /// Something else than a noun: a verb.
  private func says(_ part: Template) -> Bool {
    let all = texts(part)
    return 2 * all.count { nouns.contains(NameKey.fold($0)) } < all.count
  }
}
