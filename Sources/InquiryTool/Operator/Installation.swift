import Conduct
import Crypto
import Foundation
import Logging
import Postgres

/// What operator commands and the server stand on: connections and keys.
struct Installation {
  let settings: Settings
  let logger: Logger

  static func open() async throws -> Installation {
    let settings = try await Settings.read()
    var logger = Logger(label: "inquiry", factory: StreamLogHandler.standardError(label:))
    logger.logLevel = try settings.logLevel
    return Installation(settings: settings, logger: logger)
  }

  /// Connections in the staff role, so many for each core.
  func staffPool(size: Int) throws -> Pool {
    Pool(
      try settings.connection("database.staff", as: "inquiry_staff"), size: size, name: "staff",
      logger: logger)
  }

  /// Where operator commands act, as the operator.
  func office(_ staff: Pool) throws -> Office {
    Office(staff: staff, keys: try keys())
  }

  /// The keys that come from the installation's secret.
  func keys() throws -> Keys {
    Keys(secret: try KeyFile(path: settings.auditKeyFile).key())
  }
}

/// The file with the installation's secret: made once, readable by its owner alone.
struct KeyFile {
  let path: String

  func key() throws -> SymmetricKey {
    if !FileManager.default.fileExists(atPath: path) { try make() }
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    let mode = (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0
    guard mode & 0o077 == 0 else {
      throw SettingFault(
        name: "INQUIRY_AUDIT_KEY_FILE",
        expected: "a file that only its owner may read: chmod 600 \(path)")
    }
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    guard let data = Data(base64Encoded: text.trimmingCharacters(in: .whitespacesAndNewlines)),
      data.count == 32
    else {
      throw SettingFault(
        name: "INQUIRY_AUDIT_KEY_FILE",
        expected: "a file with 32 bytes in base64; \(path) holds none")
    }
    return SymmetricKey(data: data)
  }

  /// Written aside and linked into place, so that of two first starts at once
  /// both use the same key.
  private func make() throws {
    let aside = path + ".\(ProcessInfo.processInfo.processIdentifier)"
    let key = SymmetricKey(size: .bits256).withUnsafeBytes { Data($0).base64EncodedString() }
    let isMade = FileManager.default.createFile(
      atPath: aside, contents: Data("\(key)\n".utf8), attributes: [.posixPermissions: 0o600])
    defer { try? FileManager.default.removeItem(atPath: aside) }
    guard isMade else {
      throw SettingFault(
        name: "INQUIRY_AUDIT_KEY_FILE", expected: "a file in a folder that can be written; \(path)")
    }
    try? FileManager.default.linkItem(atPath: aside, toPath: path)
  }
}
