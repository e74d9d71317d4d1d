/// Turns the bytes of a text file into characters, or says where they fail.
struct TextDecoding {
  let bytes: [UInt8]
  let fileName: String

  /// The text, without its byte-order mark.
  ///
  /// A mark is obeyed whatever was asked for; without one the bytes are UTF-8
  /// unless the caller named another encoding.
  func text(encoding name: String?) throws(PaperError) -> String {
    var asked = TextEncoding.utf8
    if let name {
      guard let known = TextEncoding(named: name) else { throw unknownEncoding(name) }
      asked = known
    }
    let (encoding, skip) = markedEncoding() ?? (asked, 0)
    let body = bytes[skip...]
    let text: String
    switch encoding {
    case .utf8: text = try utf8(body)
    case .utf16le, .utf16be: text = try utf16(body, isLittleEndian: encoding == .utf16le)
    default: text = try singleBytes(body, encoding)
    }
    if text.utf8.contains(0), let nul = text.unicodeScalars.firstIndex(of: "\0") {
      throw nulFound(after: text.unicodeScalars[..<nul], encoding: encoding)
    }
    return text
  }

  private func markedEncoding() -> (TextEncoding, Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16le, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16be, 2) }
    return nil
  }

  private func utf8(_ body: ArraySlice<UInt8>) throws(PaperError) -> String {
    if let text = String(validating: body, as: UTF8.self) { return text }
    var parser = Unicode.UTF8.ForwardParser()
    var rest = body.makeIterator()
    var good = String.UnicodeScalarView()
    var offset = body.startIndex
    scan: while true {
      switch parser.parseScalar(from: &rest) {
      case .valid(let encoded):
        good.append(Unicode.UTF8.decode(encoded))
        offset += encoded.count
      case .error, .emptyInput:
        break scan
      }
    }
    guard offset < body.endIndex else { return String(good) }
    if good.contains("\0") {
      throw nulFound(after: good.prefix { $0 != "\0" }, encoding: .utf8)
    }
    throw badByte(bytes[offset], after: good[...], read: .utf8)
  }

  private func utf16(_ body: ArraySlice<UInt8>, isLittleEndian: Bool) throws(PaperError) -> String {
    let encoding: TextEncoding = isLittleEndian ? .utf16le : .utf16be
    var units: [UInt16] = []
    units.reserveCapacity(body.count / 2)
    var place = body.startIndex
    while place + 1 < body.endIndex {
      let (first, second) = (UInt16(body[place]), UInt16(body[place + 1]))
      units.append(isLittleEndian ? second << 8 | first : first << 8 | second)
      place += 2
    }
    if place == body.endIndex, let text = String(validating: units, as: UTF16.self) {
      return text
    }
    var parser = Unicode.UTF16.ForwardParser()
    var rest = units.makeIterator()
    var good = String.UnicodeScalarView()
    var offset = 0
    while case .valid(let encoded) = parser.parseScalar(from: &rest) {
      good.append(Unicode.UTF16.decode(encoded))
      offset += encoded.count
    }
    throw badByte(bytes[body.startIndex + offset * 2], after: good[...], read: encoding)
  }

  private func singleBytes(
    _ body: ArraySlice<UInt8>, _ encoding: TextEncoding
  ) throws(PaperError) -> String {
    var scalars = String.UnicodeScalarView()
    for byte in body {
      guard let scalar = encoding.scalar(byte) else {
        throw badByte(byte, after: scalars[...], read: encoding)
      }
      scalars.append(scalar)
    }
    return String(scalars)
  }
}

extension TextDecoding {
  private func unknownEncoding(_ name: String) -> PaperError {
    let known = TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")
    return PaperError(
      code: "encoding_unknown",
      message: "The encoding “\(name)” asked for \(fileName) is not one that is read: \(known).",
      file: fileName)
  }

  private func badByte(
    _ byte: UInt8, after good: Substring.UnicodeScalarView, read: TextEncoding
  ) -> PaperError {
    let (line, column) = place(after: good)
    let digits = String(byte, radix: 16, uppercase: true)
    let hex = "0x" + (digits.count == 1 ? "0" : "") + digits
    let other: TextEncoding =
      read != .windows1252 && TextEncoding.windows1252.scalar(byte) != nil ? .windows1252 : .latin1
    return PaperError(
      code: "encoding_invalid",
      message:
        "Line \(line), column \(column) of \(fileName) holds the byte \(hex), which is not \(read.rawValue); save the file as UTF-8, or take it by itself with --encoding \(other.rawValue).",
      file: fileName, line: line, column: column)
  }

  private func nulFound(
    after good: Substring.UnicodeScalarView, encoding: TextEncoding
  ) -> PaperError {
    let (line, column) = place(after: good)
    var remedy = "remove it"
    if encoding == .utf8, bytes.count >= 2 {
      // Latin text in UTF-16 has a NUL in every second byte.
      if bytes[0] == 0 { remedy = "if the file is UTF-16, give --encoding utf-16be" }
      if bytes[1] == 0 { remedy = "if the file is UTF-16, give --encoding utf-16le" }
    }
    return PaperError(
      code: "nul_byte",
      message:
        "Line \(line), column \(column) of \(fileName) holds a NUL byte, which no text has; \(remedy).",
      file: fileName, line: line, column: column)
  }

  /// Line and column, from 1, of what follows the given text.
  private func place(after good: Substring.UnicodeScalarView) -> (line: Int, column: Int) {
    var line = 1
    var column = 1
    for character in String(good) {
      if PlainTextReader.isLineEnd(character) {
        line += 1
        column = 1
      } else {
        column += 1
      }
    }
    return (line, column)
  }
}
