/// How a run of text looks, as far as that decides whether it can be seen.
struct DocxLook {
  var isVanished: Bool?
  var colour: String?
  var highlight: String?
  var shading: String?

  /// This look with another laid over it.
  func overlaid(by other: DocxLook) -> DocxLook {
    DocxLook(
      isVanished: other.isVanished ?? isVanished, colour: other.colour ?? colour,
      highlight: other.highlight ?? highlight, shading: other.shading ?? shading)
  }

  /// Takes a property out of `w:rPr`; others are passed over.
  mutating func take(_ element: DocxElement) {
    switch element.name {
    case "w:vanish": isVanished = element.isOn
    case "w:color": colour = element["val"]
    case "w:highlight": highlight = element["val"]
    case "w:shd": shading = element["fill"]
    default: break
    }
  }

  /// Whether a reader of the printed page could not see the text.
  ///
  /// That is hidden text, text of its ground's colour, and text under a black
  /// bar, unless its own colour is light. Such text is often a redaction that
  /// was not one.
  ///
  /// - Parameter ground: The shading of the paragraph or table cell around.
  func isUnseen(on ground: String?) -> Bool {
    if isVanished ?? false { return true }
    let marked = highlight.flatMap { $0 == "none" ? nil : $0 }
    let behind =
      Self.colours(marked) ?? Self.colours(shading) ?? Self.colours(ground) ?? [255, 255, 255]
    guard let own = Self.colours(colour) else {
      // Automatic colour turns white on dark shading, but not under a marker.
      return marked == "black"
    }
    // 24 of 255: what the eye takes for the same colour.
    return zip(own, behind).allSatisfy { abs($0 - $1) <= 24 }
  }

  private static func colours(_ name: String?) -> [Int]? {
    switch name {
    case nil, "auto": return nil
    case "black": return [0, 0, 0]
    case "white": return [255, 255, 255]
    case let name?:
      guard name.count == 6, let value = Int(name, radix: 16) else { return nil }
      return [value >> 16, value >> 8 & 0xFF, value & 0xFF]
    }
  }
}
