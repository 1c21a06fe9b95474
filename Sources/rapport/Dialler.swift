import Foundation
import Glibc

/// The program that rings a number, where there is one: `RAPPORT_DIALLER`, such as `linphonecsh dial {number}`.
///
/// It is set in the environment and not among the company's settings, so that no sentence can name a program to run. It
/// is started without a shell, gets the number as one argument, and is not waited for.
struct Dialler: Sendable {
  private let words: [String]

  /// nil where none is set.
  init?(command: String? = Environment["RAPPORT_DIALLER"]) {
    words = command?.split(separator: " ").map(String.init) ?? []
    if words.isEmpty { return nil }
  }

  /// - Parameter number: digits, perhaps with a plus before them.
  func arguments(_ number: String) -> [String] {
    let plain = number.filter { $0.isASCII && ($0.isNumber || $0 == "+") }
    guard words.contains(where: { $0.contains("{number}") }) else { return words + [plain] }
    return words.map { $0.replacingOccurrences(of: "{number}", with: plain) }
  }

  /// Whether it could be started.
  func dial(_ number: String) -> Bool {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
    }
    var arguments: [UnsafeMutablePointer<CChar>?] = self.arguments(number).map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process: pid_t = 0
    guard posix_spawnp(&process, words[0], &actions, nil, &arguments, environ) == 0 else { return false }
    let child = process
    Thread.detachNewThread {
      var status: Int32 = 0
      while waitpid(child, &status, 0) < 0, errno == EINTR {}
    }
    return true
  }
}
