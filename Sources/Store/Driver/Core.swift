import CRM
import Model

/// What every view of a store shares.
final class Core: Sendable {
  let layout: Layout
  let policy: any Policy
  let rules: any Rules
  let ids: ExchangeIDs
  let statements = KeyedStatements()

  init(_ schema: Schema, policy: any Policy, rules: any Rules, ids: ExchangeIDs) throws {
    layout = try Layout(schema)
    self.policy = policy
    self.rules = rules
    self.ids = ids
  }
}
