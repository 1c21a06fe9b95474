import Conversation
import Foundation

/// The one folder that sentences may write files into.
struct FileFolder: Sendable {
  private let folder: String

  init(_ folder: String) { self.folder = folder }

  /// Writes a file of this name; its path, or nil where one is there already and must not be replaced. A name that
  /// leads out of the folder is refused.
  func write(_ bytes: [UInt8], name: String, replace: Bool) throws -> String? {
    guard !name.isEmpty, !name.hasPrefix("."), !name.contains("/"), !name.contains("\0") else {
      throw Interruption.refused("“\(name)”?")
    }
    let path = folder + "/" + name
    if FileManager.default.fileExists(atPath: path), !replace { return nil }
    guard FileManager.default.createFile(atPath: path, contents: Data(bytes)) else {
      throw MessageFault.storage("The file \(name) cannot be written. Nothing was changed.")
    }
    return path
  }
}
