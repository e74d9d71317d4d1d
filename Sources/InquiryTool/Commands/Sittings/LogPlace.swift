import Foundation
import Inquiries
import Wire

/// Where on this machine the lines of a sitting lie, and what is known of the
/// sitting without the server.
struct LogPlace: Sendable {
  let folder: String
  /// After server, inquiry and sitting.
  let name: String

  /// - Parameter base: Address of the server.
  init(_ console: Console, base: String, slug: String, sitting handle: String) {
    let home = console.setting("HOME") ?? FileManager.default.homeDirectoryForCurrentUser.path
    let state = console.setting("XDG_STATE_HOME") ?? "\(home)/.local/state"
    folder = console.setting("INQUIRY_LOG_FOLDER") ?? "\(state)/inquiry/log"
    let server = base.drop(while: { $0 != "/" }).drop(while: { $0 == "/" })
    name = [String(server), slug, handle].map(LogPlace.plain).joined(separator: "_")
  }

  /// A part of a file name: what could mean something to a shell is a hyphen.
  private static func plain(_ text: String) -> String {
    String(text.map { $0.isASCII && ($0.isLetter || $0.isNumber) || $0 == "." ? $0 : "-" })
  }

  /// What lies beside it: the sittings of the same inquiry that were logged here.
  var neighbours: [LogPlace] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let inquiry = name.split(separator: "_").dropLast().joined(separator: "_") + "_"
    return files.filter { $0.hasPrefix(inquiry) && $0.hasSuffix(".state") }.sorted().map {
      LogPlace(folder: folder, name: String($0.dropLast(".state".count)))
    }
  }

  private init(folder: String, name: String) {
    self.folder = folder
    self.name = name
  }

  private var statePath: String { "\(folder)/\(name).state" }

  /// What was written of the sitting when it was last seen.
  var remembered: LogMemory? {
    guard Files.exists(statePath), let bytes = try? Files.read(statePath) else { return nil }
    return try? LogMemory(JSONObject(bytes))
  }

  func remember(_ memory: LogMemory) throws {
    try Files.write(memory.jsonBytes, to: statePath)
  }
}

extension Sitting {
  /// Whether somebody who says `handle` means this one.
  func isMeant(by handle: SittingHandle) -> Bool {
    switch handle {
    case .plan(let plan): self.plan == plan
    case .session(let number): self.number == number
    }
  }
}

/// What a log must know after the command was killed or the network went.
struct LogMemory: JSONShape, Sendable {
  var sitting: Sitting?
  /// Whether what is typed is said in private.
  var isPrivate = false
  /// Whether the log is written up from notes, the day of the sitting being over.
  var isWrittenUp = false
  /// When the last line of such a log was said.
  var lastAt: Instant?

  init(sitting: Sitting? = nil) {
    self.sitting = sitting
  }

  init(_ json: JSONObject) throws {
    sitting = try json.optionalShape("sitting")
    isPrivate = try json.flag("isPrivate")
    isWrittenUp = try json.optionalFlag("isWrittenUp") ?? false
    lastAt = try json.optionalInstant("lastAt")
  }

  func write(to json: inout JSONBytes) {
    json.object { json in
      if let sitting { json.field("sitting", sitting) }
      json.field("isPrivate", isPrivate)
      if isWrittenUp { json.field("isWrittenUp", isWrittenUp) }
      if let lastAt { json.field("lastAt", lastAt.precise) }
    }
  }
}
