import ArgumentParser
import Foundation
import Inquiries
import Wire

/// Which server is asked, and who asks.
struct ServerOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Address of the server. INQUIRY_URL when left out, else \(ServerOptions.standardURL).",
      valueName: "address"))
  var url: String?

  @Option(
    help: ArgumentHelp(
      "File that holds your token. INQUIRY_TOKEN when left out.", valueName: "file"))
  var tokenFile: String?

  @Flag(help: "Print the server's JSON as it came.")
  var json = false

  private static let standardURL = "http://127.0.0.1:8080"

  func validate() throws {
    if let url, !ServerOptions.isAddress(url) {
      throw ValidationError("--url must be http:// or https:// and a host, not “\(url)”.")
    }
  }

  /// The server as a client, once it is known who asks.
  func client(
    _ console: Console, attempts: Int = 3, seconds: Int64 = 120
  ) throws -> Client {
    let base = url ?? console.setting("INQUIRY_URL") ?? ServerOptions.standardURL
    guard ServerOptions.isAddress(base) else {
      throw Refusal(
        .invalid, "url_form",
        "INQUIRY_URL must be http:// or https:// and a host, not “\(base)”.", field: "INQUIRY_URL")
    }
    return Client(
      base: base, token: try token(console.environment), attempts: attempts, seconds: seconds)
  }

  private func token(_ environment: [String: String]) throws -> String {
    let held: String?
    let place: String
    if let tokenFile {
      held = String(decoding: try Files.read(tokenFile), as: UTF8.self)
      place = tokenFile
    } else {
      held = environment["INQUIRY_TOKEN"]
      place = "INQUIRY_TOKEN"
    }
    let token = (held ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
    guard !token.isEmpty else {
      throw Refusal(
        .unauthenticated, "token_missing",
        "No token: set INQUIRY_TOKEN, or name a file that holds it with --token-file; "
          + "an administrator issues one.", field: tokenFile)
    }
    // A token that breaks its header would be sent as something else.
    guard token.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw Refusal(
        .invalid, "token_form", "What \(place) holds is no token: a token is one word.",
        field: place)
    }
    return token
  }

  private static func isAddress(_ text: String) -> Bool {
    guard let parts = URLComponents(string: text), let host = parts.host else { return false }
    return !host.isEmpty && ["http", "https"].contains(parts.scheme?.lowercased())
      && parts.query == nil && parts.fragment == nil
  }
}

/// Which inquiry is meant, on which server.
struct InquiryOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Slug of the inquiry. INQUIRY_SLUG when left out, else the only one you have a role in.",
      valueName: "slug"))
  var inquiry: String?

  @OptionGroup var server: ServerOptions

  var json: Bool {
    server.json
  }

  /// The inquiry as a client.
  func client(
    _ console: Console, attempts: Int = 3, seconds: Int64 = 120
  ) async throws -> InquiryClient {
    let client = try server.client(console, attempts: attempts, seconds: seconds)
    if let named = inquiry ?? console.setting("INQUIRY_SLUG") {
      return InquiryClient(client: client, slug: named)
    }
    let mine = try await client.get("/api/v1/inquiries").shape(ListShape<Inquiry>.self).items
    guard mine.count == 1, let only = mine.first else {
      throw Refusal(
        .invalid, "inquiry_missing",
        mine.isEmpty
          ? "You have no role in any inquiry; an administrator gives one."
          : "Say which inquiry with --inquiry or INQUIRY_SLUG: "
            + mine.map(\.slug).joined(separator: ", ") + ".", field: "inquiry")
    }
    return InquiryClient(client: client, slug: only.slug)
  }
}
