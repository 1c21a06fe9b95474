import Foundation

/// A file to import: its name, which says what it may hold and stands in reports, and its bytes.
public struct ImportFile: Sendable {
  public let name: String
  public let bytes: [UInt8]

  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// The file at a path, or all `.csv`, `.tsv` and `.txt` files of a folder, by name.
  public static func files(at path: String) throws -> [ImportFile] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw ImportFault.noSuchFile(path)
    }
    guard isFolder.boolValue else { return [try read(path, name: URL(fileURLWithPath: path).lastPathComponent)] }
    let names = try FileManager.default.contentsOfDirectory(atPath: path).sorted().filter { name in
      [".csv", ".tsv", ".txt"].contains { name.lowercased().hasSuffix($0) }
    }
    guard !names.isEmpty else { throw ImportFault.noFiles(folder: path) }
    return try names.map { try read(path + "/" + $0, name: $0) }
  }

  private static func read(_ path: String, name: String) throws -> ImportFile {
    guard let data = FileManager.default.contents(atPath: path) else { throw ImportFault.unreadable(path) }
    return ImportFile(name: name, bytes: [UInt8](data))
  }
}

/// Why an import could not begin; nothing was written.
public enum ImportFault: Error, Sendable, Hashable {
  case noSuchFile(String)
  case noFiles(folder: String)
  case unreadable(String)
}
