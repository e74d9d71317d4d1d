extension Draft {
  /// The author's bytes with `base:` in the header set to a version, as they
  /// are handed out for editing. Not a byte beyond the header changes.
  public func bytes(editedFrom version: Int) -> [UInt8] {
    guard let header = pieces.first(where: { $0.kind == .header }) else { return bytes }
    var lines = bytes[header.range].split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
    ).map(Array.init)
    let isCarriageReturned = lines.first?.last == UInt8(ascii: "\r")
    let line = Array("base: \(version)".utf8) + (isCarriageReturned ? [UInt8(ascii: "\r")] : [])
    if let old = lines.firstIndex(where: { $0.starts(with: "base:".utf8) }) {
      lines[old] = line
    } else if let end = lines.lastIndex(where: {
      $0.starts(with: "---".utf8) || $0.starts(with: "...".utf8)
    }) {
      lines.insert(line, at: end)
    }
    let edited = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
    return bytes[..<header.range.lowerBound] + edited + bytes[header.range.upperBound...]
  }
}
