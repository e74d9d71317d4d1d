extension Prose {
  /// A stretch of which the author says in the draft what it rests on:
  /// `[more than 80 per cent of directors]{claim="S2-Q4=yes"}`.
  public struct MarkedClaim: Hashable, Sendable {
    public let range: Range<Int>
    /// The place as in a citation: `S2-Q4, answer yes`.
    public let target: String
  }

  /// Those of the prose, in order; brackets within brackets aside.
  public func markedClaims() -> [MarkedClaim] {
    let mark = Array("]{claim=\"".utf8)
    var found: [MarkedClaim] = []
    var open: Int?
    for (place, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "[") { open = place }
      guard byte == mark[0] else { continue }
      defer { open = nil }
      guard let start = open, bytes[place...].starts(with: mark),
        // A target is a short locator.
        let end = bytes[(place + mark.count)...].prefix(200).firstIndex(of: UInt8(ascii: "\""))
      else { continue }
      let target = String(decoding: bytes[(place + mark.count)..<end], as: UTF8.self)
      found.append(
        MarkedClaim(range: start..<place, target: target.replacing("=", with: ", answer ")))
    }
    return found
  }
}
