import CRM
import Conversation
import Foundation

/// The one folder that sentences may read files from and write them into, and the vault where attached files are kept.
///
/// No path leads out of the folder, neither with `..` nor through a link, and the database itself is out of reach.
struct FileFolder: Sendable {
  enum Refusal: Error, Hashable {
    case outside
    case missing
    case isFolder
    case large(bytes: Int)
    /// The vault has no such bytes, or others.
    case lost
    case broken
  }

  let folder: String
  private let database: String?

  /// `database` is nil where it is kept in memory: then nothing can be attached.
  init(_ folder: String, database: String? = nil) {
    self.folder = folder
    self.database = database
  }

  var vault: String? { database.map { $0 + ".files" } }

  /// Writes a file of this name; its path, or nil where one is there already and must not be replaced. A name that
  /// leads out of the folder is refused.
  func write(_ bytes: [UInt8], name: String, replace: Bool) throws -> String? {
    let path = folder + "/" + name
    guard isPlain(name), !isProtected(path) else { throw Interruption.refused("“\(name)”?") }
    if FileManager.default.fileExists(atPath: path), !replace { return nil }
    guard FileManager.default.createFile(atPath: path, contents: Data(bytes)) else {
      throw MessageFault.storage("The file \(name) cannot be written. Nothing was changed.")
    }
    return path
  }

  /// Where a new file of this name would be, and whether one is there; nil for a name that leads elsewhere.
  func place(of name: String) -> (path: String, isTaken: Bool)? {
    let path = folder + "/" + name
    guard isPlain(name), !isProtected(path) else { return nil }
    return (path, FileManager.default.fileExists(atPath: path))
  }

  func isPlain(_ name: String) -> Bool {
    !name.isEmpty && !name.hasPrefix(".") && !name.contains("/") && !name.contains("\\") && !name.contains("\0")
  }

  /// The bytes of a file in the folder. Throws a `Refusal`.
  func read(_ name: String, limit: Int) throws -> [UInt8] {
    guard !name.hasPrefix("/"), !name.contains("\0"), !name.split(separator: "/").contains("..") else {
      throw Refusal.outside
    }
    let path = folder + "/" + name
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { throw Refusal.missing }
    guard !isFolder.boolValue else { throw Refusal.isFolder }
    let root = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
    let real = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    guard real.hasPrefix(root + "/"), !isProtected(real) else { throw Refusal.outside }
    let size = (try? FileManager.default.attributesOfItem(atPath: real))?[.size] as? Int ?? 0
    guard size <= limit else { throw Refusal.large(bytes: size) }
    guard let data = FileManager.default.contents(atPath: real) else { throw Refusal.missing }
    return [UInt8](data)
  }

  /// The database, what SQLite keeps beside it, and the vault.
  private func isProtected(_ path: String) -> Bool {
    guard let database else { return false }
    let real = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let own = URL(fileURLWithPath: database).resolvingSymlinksInPath().path
    return [own, own + "-wal", own + "-shm", own + "-journal"].contains(real) || real.hasPrefix(own + ".files")
  }

  // MARK: The vault

  private func place(_ checksum: String) -> (folder: String, path: String)? {
    guard let vault, checksum.count == 64 else { return nil }
    let folder = vault + "/" + checksum.prefix(2)
    return (folder, folder + "/" + checksum)
  }

  /// Keeps bytes under their checksum, readable to the database's owner alone; the same bytes are kept once.
  func keep(_ bytes: [UInt8], checksum: String) throws {
    guard let place = place(checksum) else { throw Refusal.lost }
    if FileManager.default.fileExists(atPath: place.path), (try? kept(checksum)) != nil { return }
    do {
      try FileManager.default.createDirectory(
        atPath: place.folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      let draft = place.path + ".part"
      guard
        FileManager.default.createFile(
          atPath: draft, contents: Data(bytes), attributes: [.posixPermissions: 0o600])
      else { throw Refusal.lost }
      if let handle = FileHandle(forUpdatingAtPath: draft) {
        try handle.synchronize()
        try handle.close()
      }
      try? FileManager.default.removeItem(atPath: place.path)
      try FileManager.default.moveItem(atPath: draft, toPath: place.path)
    } catch {
      throw MessageFault.storage("The folder \(place.folder) cannot be written. Nothing was changed.")
    }
  }

  /// The bytes of a checksum, verified. Throws `Refusal.lost` or `.broken`.
  func kept(_ checksum: String) throws -> [UInt8] {
    guard let place = place(checksum), let data = FileManager.default.contents(atPath: place.path) else {
      throw Refusal.lost
    }
    let bytes = [UInt8](data)
    guard SHA256.hex(bytes) == checksum else { throw Refusal.broken }
    return bytes
  }
}
