import Configuration
import Foundation
import Inquiries
import Logging
import Postgres
import SystemPackage

/// The settings of this installation: environment first, then the file that
/// INQUIRY_CONFIG names. Each is described in `config/README.md`.
struct Settings {
  private let config: ConfigReader

  /// - Throws: ``SettingFault`` when the file cannot be read.
  static func read() async throws -> Settings {
    let environment = EnvironmentVariablesProvider()
    guard let path = ProcessInfo.processInfo.environment["INQUIRY_CONFIG"] else {
      return Settings(config: ConfigReader(provider: environment))
    }
    do {
      let file = try await EnvironmentVariablesProvider(environmentFilePath: FilePath(path))
      return Settings(config: ConfigReader(providers: [environment, file]))
    } catch {
      throw SettingFault(name: "INQUIRY_CONFIG", expected: "a file that can be read, not “\(path)”")
    }
  }

  var owner: String? { text("database.owner") }
  var staff: String? { text("database.staff") }
  var publicRole: String? { text("database.public") }
  var host: String { text("host") ?? "127.0.0.1" }
  /// Where the public finds the site.
  var publicURL: String {
    get throws { try text("public.url") ?? "http://\(host):\(port)" }
  }

  /// The program of the sentence model; `nil` where it is not installed.
  var meaning: String? { text("meaning") }

  var migrations: String { text("migrations") ?? "db/migrations" }

  var port: Int {
    get throws { try number("port", in: 1...65_535, default: 8_080) }
  }

  var maximumUpload: Int {
    get throws { try number("max.upload.bytes", in: 1...Int.max, default: 26_214_400) }
  }

  var pageCache: Int {
    get throws { try number("page.cache.bytes", in: 0...Int.max, default: 16_777_216) }
  }

  var isPublicOnly: Bool {
    get throws {
      switch text("public.only") {
      case nil, "false": return false
      case "true": return true
      case let other?:
        throw SettingFault(
          name: Settings.name("public.only"), expected: "true or false, not “\(other)”")
      }
    }
  }

  var logLevel: Logger.Level {
    get throws {
      guard let text = text("log.level") else { return .info }
      guard let level = Logger.Level(rawValue: text) else {
        let levels = Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")
        throw SettingFault(
          name: Settings.name("log.level"), expected: "one of \(levels), not “\(text)”")
      }
      return level
    }
  }

  var auditKeyFile: String {
    get throws { try required("audit.key.file", "the file that holds the audit key") }
  }

  /// How to connect in a role.
  func connection(_ key: String, as role: String) throws -> ConnectionSettings {
    let conninfo = try required(key, "a libpq connection string for the role \(role)")
    do {
      return try ConnectionSettings(conninfo: conninfo, applicationName: "inquiry")
    } catch {
      throw SettingFault(
        name: Settings.name(key), expected: "a libpq connection string; libpq cannot read it")
    }
  }

  private func required(_ key: String, _ expected: String) throws -> String {
    guard let text = text(key) else {
      throw SettingFault(name: Settings.name(key), expected: "\(expected); it is not set")
    }
    return text
  }

  private func text(_ key: String) -> String? {
    let text = config.string(forKey: ConfigKey("inquiry." + key))
    return text?.isEmpty == true ? nil : text
  }

  private func number(
    _ key: String, in range: ClosedRange<Int>, default standard: Int
  ) throws -> Int {
    guard let text = text(key) else { return standard }
    guard let number = Int(text), range.contains(number) else {
      let bounds =
        range.upperBound == .max
        ? "\(range.lowerBound) on" : "\(range.lowerBound) to \(range.upperBound)"
      throw SettingFault(
        name: Settings.name(key), expected: "a whole number from \(bounds), not “\(text)”")
    }
    return number
  }

  private static func name(_ key: String) -> String {
    "INQUIRY_" + key.replacingOccurrences(of: ".", with: "_").uppercased()
  }
}

/// A setting that cannot be used, with what was expected.
struct SettingFault: OperatorFault {
  let code = "setting_wrong"
  let name: String
  let expected: String

  var description: String {
    "\(name) must be \(expected)."
  }
}
