/// Characters that web pages write by name or number.
enum HTMLEntities {
  /// A text with its characters in place of their names; what is no name stays.
  static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var decoded = ""
    var rest = text[...]
    while let sign = rest.utf8.firstIndex(of: UInt8(ascii: "&")) {
      decoded += rest[..<sign]
      rest = rest[sign...]
      // 32: no name is longer, nor number.
      let window = rest.utf8.dropFirst().prefix(32)
      let name = window.prefix { $0 == UInt8(ascii: "#") || isWord($0) }
      guard !name.isEmpty, let scalar = scalar(String(Substring(name))) else {
        decoded += "&"
        rest = rest.dropFirst()
        continue
      }
      decoded.unicodeScalars.append(scalar)
      rest = rest[name.endIndex...]
      if rest.utf8.first == UInt8(ascii: ";") { rest = rest.dropFirst() }
    }
    return decoded + rest
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
  }

  private static func scalar(_ name: String) -> Unicode.Scalar? {
    guard name.first == "#" else { return names[name] }
    let digits = name.dropFirst()
    let isHex = digits.first == "x" || digits.first == "X"
    guard let value = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits), value != 0
    else { return nil }
    // Numbers of windows-1252, as browsers take them (WHATWG HTML 13.2.5.80).
    if (0x80...0x9F).contains(value) { return TextEncoding.windows1252.scalar(UInt8(value)) }
    return Unicode.Scalar(value)
  }

  /// The names of HTML 4 (W3C, 24) that papers use; others stay as they stand.
  private static let names: [String: Unicode.Scalar] = {
    var names: [String: Unicode.Scalar] = [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "euro": "€", "ndash": "–",
      "mdash": "—", "lsquo": "‘", "rsquo": "’", "sbquo": "‚", "ldquo": "“", "rdquo": "”",
      "bdquo": "„", "hellip": "…", "bull": "•", "dagger": "†", "Dagger": "‡", "permil": "‰",
      "lsaquo": "‹", "rsaquo": "›", "trade": "™", "ensp": "\u{2002}", "emsp": "\u{2003}",
      "thinsp": "\u{2009}", "zwnj": "\u{200C}", "zwj": "\u{200D}", "OElig": "Œ", "oelig": "œ",
      "Scaron": "Š", "scaron": "š", "Yuml": "Ÿ", "fnof": "ƒ", "circ": "ˆ", "tilde": "˜",
      "prime": "′", "Prime": "″", "minus": "−", "le": "≤", "ge": "≥", "ne": "≠", "asymp": "≈",
      "larr": "←", "uarr": "↑", "rarr": "→", "darr": "↓", "wcirc": "ŵ", "Wcirc": "Ŵ",
      "ycirc": "ŷ", "Ycirc": "Ŷ", "alpha": "α", "beta": "β", "pi": "π", "mu": "μ",
      "sigma": "σ", "Delta": "Δ", "check": "✓",
    ]
    // U+00A0 to U+00FF in order.
    let latin = """
      nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn
      sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave
      Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml
      ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN
      szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute
      icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml
      yacute thorn yuml
      """.split(whereSeparator: \.isWhitespace)
    for (index, name) in latin.enumerated() {
      names[String(name)] = Unicode.Scalar(UInt32(0xA0 + index))
    }
    return names
  }()
}
