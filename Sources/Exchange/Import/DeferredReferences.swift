import CRM
import Model

/// Sets the references that could only be found when all rows were in: a parent account, a manager.
struct DeferredReferences {
  private let run: ImportRun

  init(_ run: ImportRun) { self.run = run }

  func write() throws {
    let resolver = ReferenceResolver(run: run)
    for item in run.deferred {
      do {
        guard let target = try find(item, resolver) else { continue }
        _ = try run.writer.update(item.record, [item.field: .record(target)])
      } catch let refusal as RuleRefusal {
        report(item, .ruled(refusal))
      }
    }
  }

  private func find(_ item: ImportRun.Deferred, _ resolver: ReferenceResolver) throws -> RecordID? {
    for kind in item.kinds {
      if let text = item.exchangeID, let id = try run.index.entry(kind).byExchange[text] { return id }
      switch try resolver.find(item.name, kind, account: nil) {
      case .found(let id):
        if run.made[kind]?.contains(item.name) == true { run.report.note(.created(kind, name: item.name)) }
        return id
      case .many(let count):
        report(item, .ambiguous(kind, item.name, count: count))
        return nil
      case .none: continue
      }
    }
    guard item.kinds.count == 1, let made = try resolver.make(item.name, item.kinds[0], field: item.field) else {
      report(item, .noSuch(item.kinds.first ?? item.record.kind, item.name))
      return nil
    }
    run.report.note(.created(item.kinds[0], name: item.name))
    if item.field == "manager", let team = try run.writer.record(item.record)?["team"] {
      _ = try run.writer.update(made, ["team": team])
    }
    return made
  }

  private func report(_ item: ImportRun.Deferred, _ reason: ImportProblem.Reason) {
    run.report.problems.append(ImportProblem(file: item.file, line: item.line, reason: reason))
  }
}
