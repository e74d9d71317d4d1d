extension Substring {
  /// Without white space, form feeds and marks of no width at either end.
  var trimmed: Substring {
    guard let first = firstIndex(where: { !$0.isBlank }),
      let last = lastIndex(where: { !$0.isBlank })
    else { return self[endIndex...] }
    return self[first...last]
  }
}

extension Character {
  /// White space, or a character that shows nothing and takes no room.
  var isBlank: Bool {
    isWhitespace || unicodeScalars.allSatisfy(\.isBlank)
  }
}

extension Unicode.Scalar {
  /// White space, a zero-width mark or a soft hyphen.
  var isBlank: Bool {
    // The properties of a scalar are looked up slowly, and most are ASCII.
    if value < 0x80 { return value == 0x20 || (0x09...0x0D).contains(value) }
    if properties.isWhitespace { return true }
    switch value {
    case 0x00AD, 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0xFEFF: return true
    default: return false
    }
  }
}

extension StringProtocol {
  /// In small letters, with every blank removed and apostrophes straight.
  ///
  /// Text that programs took out of pages has blanks in the middle of words;
  /// what is to be recognised is compared in this form.
  var squeezed: String {
    var scalars = String.UnicodeScalarView()
    for scalar in lowercased().unicodeScalars where !scalar.isBlank {
      scalars.append(scalar == "’" || scalar == "‘" ? "'" : scalar)
    }
    return String(scalars)
  }
}
