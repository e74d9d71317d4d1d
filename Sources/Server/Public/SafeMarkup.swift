/// Fits the report's HTML to the site: the site's policy lets no `style`
/// through, and its pages are read as XML by its tests.
enum SafeMarkup {
  private static let exchanges: [(from: String, to: String)] = [
    (" style=\"text-align: left;\"", " class=\"left\""),
    (" style=\"text-align: right;\"", " class=\"right\""),
    (" style=\"text-align: center;\"", " class=\"centre\""),
    ("<br>", "<br />"), ("<hr>", "<hr />"),
  ]

  static func text(_ bytes: [UInt8]) -> String {
    var text = String(decoding: bytes, as: UTF8.self)
    for exchange in exchanges where text.contains(exchange.from) {
      text = text.split(separator: exchange.from, omittingEmptySubsequences: false)
        .joined(separator: exchange.to)
    }
    return text
  }
}
