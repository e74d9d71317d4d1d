/// A look at the bytes of an XML part, before a parser takes them.
enum DocxMarkup {
  /// The most equals signs outside quotation marks in any one tag: so many
  /// attributes it has.
  static func mostAttributes(in bytes: [UInt8]) -> Int {
    var most = 0
    var count = 0
    var quote: UInt8 = 0
    var isInTag = false
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if isInTag {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
        case UInt8(ascii: "="):
          count += 1
          most = max(most, count)
        case UInt8(ascii: ">"): isInTag = false
        default: break
        }
      } else if byte == UInt8(ascii: "<") {
        if let end = endOfPassage(in: bytes, at: place) {
          place = end
          continue
        }
        isInTag = true
        count = 0
      }
      place += 1
    }
    return most
  }

  /// Where a comment or a CDATA section that begins here ends.
  private static func endOfPassage(in bytes: [UInt8], at place: Int) -> Int? {
    for (opening, closing) in [("<!--", "-->"), ("<![CDATA[", "]]>")]
    where bytes[place...].starts(with: opening.utf8) {
      var end = place + opening.utf8.count
      while end < bytes.count, !bytes[end...].starts(with: closing.utf8) { end += 1 }
      return min(bytes.count, end + closing.utf8.count)
    }
    return nil
  }
}
