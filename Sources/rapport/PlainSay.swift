import Surfaces
import Values

/// The everyday form of `say`, read without the machinery that knows every form of every command: that takes longer than
/// most answers.
enum PlainSay {
  /// nil for whatever else stands there, help and mistakes too: `Rapport` knows what to say to it.
  static func command(_ arguments: [String]) -> SayCommand? {
    guard arguments.first == "say" else { return nil }
    var command = SayCommand()
    (command.options, command.conversation, command.sentences) = (.unset, "say", [])
    var rest = arguments.dropFirst()
    while let argument = rest.popFirst() {
      guard argument.hasPrefix("-") else {
        command.sentences.append(argument)
        continue
      }
      guard let value = rest.popFirst(), !value.hasPrefix("-"), set(argument, value, &command) else { return nil }
    }
    return command.sentences.isEmpty ? nil : command
  }

  private static func set(_ option: String, _ value: String, _ command: inout SayCommand) -> Bool {
    switch option {
    case "--db": command.options.db = value
    case "--as": command.options.login = value
    case "--conversation": command.conversation = value
    case "--now":
      command.options.now = Moment(iso: value)
      return command.options.now != nil
    case "--language":
      command.options.language = ["en", "zh"].contains(value) ? LanguageCode(value) : nil
      return command.options.language != nil
    default: return false
    }
    return true
  }
}

extension GlobalOptions {
  /// As if none of them were given.
  fileprivate static var unset: GlobalOptions {
    var options = GlobalOptions()
    (options.db, options.login, options.language, options.now) = (nil, nil, nil, nil)
    (options.format, options.color, options.intents) = (.text, .auto, [])
    return options
  }
}
