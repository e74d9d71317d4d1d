import Tagging
import Testing

/// Krippendorff's alpha against the values that its author published (“Computing
/// Krippendorff's Alpha-Reliability”, 2011, parts A to C).
@Suite struct KrippendorffAlphaTests {
  /// A line for each observer, a sign for each unit; `.` where nothing was said.
  private func alpha(_ observers: String...) -> Double? {
    let lines = observers.map { $0.filter { $0 != " " }.map { $0 == "." ? nil : $0 } }
    return KrippendorffAlpha.nominal(
      lines[0].indices.map { unit in (lines.map { $0[unit] }, 1) })
  }

  @Test func `two observers of binary data`() throws {
    let found = try #require(alpha("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"))
    #expect(KrippendorffAlpha.printed(found) == "0.095")
  }

  @Test func `two observers of nominal data`() throws {
    let found = try #require(
      alpha("a a b b d c c c e d d a", "b a b b b c c c e d d d"))
    #expect(KrippendorffAlpha.printed(found) == "0.692")
  }

  @Test func `four observers, some of whom said nothing`() throws {
    let found = try #require(
      alpha(
        "1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .",
        "1 2 3 3 2 4 4 1 2 5 1 ."))
    #expect(KrippendorffAlpha.printed(found) == "0.743")
  }

  @Test func `there is none where nothing could have differed`() {
    #expect(alpha("0 0 0", "0 0 0") == nil)
    #expect(alpha("0 1 .", ". . 1") == nil)
    #expect(KrippendorffAlpha.nominal([(values: [true, true], units: 0)]) == nil)
  }

  @Test func `a pattern counts as often as it occurs`() throws {
    let once = try #require(alpha("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"))
    let counted = try #require(
      KrippendorffAlpha.nominal([
        (values: [true, true], units: 1), (values: [true, false], units: 1),
        (values: [false, true], units: 3), (values: [false, false], units: 5),
      ]))
    #expect(abs(once - counted) < 1e-12)
  }

  @Test(arguments: [(1.0, "1.000"), (0.6665, "0.667"), (-0.0151, "-0.015"), (-0.0004, "0.000")])
  func `it is printed to three decimals`(alpha: Double, text: String) {
    #expect(KrippendorffAlpha.printed(alpha) == text)
  }
}
