import Foundation
import Inquiries

/// Reads and writes the files that a command names.
enum Files {
  /// A file's bytes.
  ///
  /// - Throws: ``Refusal`` that names the file.
  static func read(_ path: String) throws -> [UInt8] {
    guard exists(path) else {
      throw Refusal(.notFound, "file_missing", "There is no file “\(path)”.", field: path)
    }
    do {
      // By handle, so that a pipe such as <(pass show token) can be read too.
      return Array(
        try FileHandle(forReadingFrom: URL(fileURLWithPath: path)).readToEnd() ?? Data())
    } catch {
      throw Refusal(
        .invalid, "file_unreadable",
        "“\(path)” cannot be read: it is a folder, or you may not.", field: path)
    }
  }

  /// A file's text in UTF-8.
  static func readText(_ path: String) throws -> String {
    try text(read(path), named: path)
  }

  static func text(_ bytes: [UInt8], named name: String) throws -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Refusal(.invalid, "file_encoding", "“\(name)” is not UTF-8.", field: name)
    }
    return text
  }

  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path)
  }

  /// Writes a file whole or not at all. A symbolic link stays one, and a file
  /// keeps who may read it; a new one is its owner's, as it may be confidential.
  static func write(_ bytes: [UInt8], to path: String) throws {
    do {
      var status = stat()
      let isThere = stat(path, &status) == 0
      if isThere, status.st_mode & S_IFMT != S_IFREG {
        // A pipe or /dev/null must not be replaced by a file.
        return try FileHandle(forWritingTo: URL(fileURLWithPath: path)).write(contentsOf: bytes)
      }
      let mode = isThere ? Int(status.st_mode & 0o777) : 0o600
      try replace(URL(fileURLWithPath: path).resolvingSymlinksInPath(), with: bytes, mode: mode)
    } catch {
      throw Refusal(
        .invalid, "file_not_written",
        "“\(path)” cannot be written; is there such a folder, and may you?", field: path)
    }
  }

  private static func replace(_ place: URL, with bytes: [UInt8], mode: Int) throws {
    let draft = place.deletingLastPathComponent().appendingPathComponent(
      ".\(place.lastPathComponent).\(getpid())")
    guard
      FileManager.default.createFile(
        atPath: draft.path, contents: nil, attributes: [.posixPermissions: mode])
    else { throw CocoaError(.fileWriteUnknown) }
    do {
      let handle = try FileHandle(forWritingTo: draft)
      try handle.write(contentsOf: bytes)
      try handle.synchronize()
      try handle.close()
      guard rename(draft.path, place.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
    } catch {
      try? FileManager.default.removeItem(at: draft)
      throw error
    }
  }

  /// The last part of a path.
  static func name(_ path: String) -> String {
    URL(fileURLWithPath: path).lastPathComponent
  }
}
