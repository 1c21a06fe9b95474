/// The JSON Schema of the bot protocol, for those who write bridges.
public enum ProtocolSchema {
  public static let text = "{}\n"
}
