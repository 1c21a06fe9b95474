import Model

extension Call {
  func notify(_ user: RecordID, _ topic: String, _ values: [String: Value] = [:], about: RecordID? = nil) throws {}
}
