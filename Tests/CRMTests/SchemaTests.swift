import Model
import Testing

@testable import CRM

/// Every name that a schema uses is one that exists.
struct SchemaTests {
  private let schema = CRMSchema.all

  @Test func everyReferenceLeadsToAKind() {
    for kind in schema.kinds {
      for field in kind.fields {
        for target in SchemaWalk.targets(of: field) {
          #expect(schema[target] != nil, "\(kind.id).\(field.id) refers to \(target)")
        }
      }
    }
  }

  @Test func everyRelationLeadsBack() {
    for kind in schema.kinds {
      for relation in kind.relations {
        let end = schema.field(relation.back, of: relation.kind)
        #expect(end.map { SchemaWalk.targets(of: $0.field) } == [kind.id], "\(kind.id).\(relation.id)")
      }
    }
  }

  @Test func everyFormulaFilterAndEventUsesFieldsThatExist() {
    for kind in schema.kinds {
      var walk = SchemaWalk(schema: schema)
      for field in kind.fields { if let formula = field.formula { walk.visit(formula, of: kind.id) } }
      for filter in kind.filters { walk.visit(filter.predicate, of: kind.id) }
      for event in kind.events {
        let subject = event.through.flatMap { kind.relation($0)?.kind } ?? kind.id
        walk.visit(.path(event.date), of: subject)
        walk.visit(event.implies, of: subject)
        #expect(event.through.map { kind.relation($0) != nil } ?? true, "\(kind.id) event \(event.id)")
      }
      for sort in kind.sort { if case .expression(let expression) = sort.key { walk.visit(expression, of: kind.id) } }
      #expect(walk.faults.isEmpty, "\(kind.id): \(walk.faults)")
    }
  }

  @Test func whatAKindNamesOfItselfIsThere() {
    for kind in schema.kinds {
      let named =
        [kind.nameField] + kind.naturalKey + kind.columns + kind.nameFields
        + [kind.date, kind.amount, kind.codeField].compactMap { $0 }
      for field in named { #expect(kind.field(field) != nil, "\(kind.id).\(field)") }
      if let owner = kind.owner { #expect(schema.field(owner, of: kind.id) != nil, "\(kind.id) owner") }
      #expect(Set(kind.fields.map(\.id)).count == kind.fields.count, "\(kind.id) has a field twice")
      #expect(Set(kind.fields.map(\.id)).isDisjoint(with: kind.relations.map(\.id)), "\(kind.id)")
      #expect(Set(kind.filters.map(\.id)).count == kind.filters.count, "\(kind.id) has a filter twice")
    }
  }

  @Test func moneyNamesACurrencyOfItsOwnKind() {
    for kind in schema.kinds {
      for field in kind.fields {
        guard case .money(let currency) = field.kind else { continue }
        if currency == .perCurrency {
          #expect(field.formula != nil, "\(kind.id).\(field.id)")
        } else {
          #expect(kind.field(currency)?.kind == .currency, "\(kind.id).\(field.id)")
        }
      }
    }
  }

  @Test func codesNeverClash() {
    let codes = schema.kinds.map(\.codePrefix)
    #expect(Set(codes).count == codes.count)
    #expect(Set(schema.kinds.map(\.file)).count == schema.kinds.count)
  }
}
