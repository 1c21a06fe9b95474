/// Plays transcripts and says how they went.
public struct TranscriptRun {
  public init(_ world: any TranscriptWorld, isBlessing: Bool, output: Output, intents: [String]) {}

  public func play(_ paths: [String]) throws -> Bool { true }
}
