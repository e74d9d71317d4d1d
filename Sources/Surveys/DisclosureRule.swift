/// When a figure is too small to be shown to the public.
///
/// Tables commonly treat counts of 1 to 4 as unsafe; research output needs a
/// case made for what rests on fewer than 10 (domain.md, 4.3).
public struct DisclosureRule: Hashable, Sendable {
  /// Counts above 0 and below this are not shown.
  public let smallestCount: Int
  /// Nothing is shown of a base smaller than this.
  public let smallestBase: Int

  public init(smallestCount: Int = 5, smallestBase: Int = 10) {
    self.smallestCount = max(2, smallestCount)
    self.smallestBase = max(self.smallestCount, smallestBase)
  }

  /// What may be said of a base.
  public enum Band: String, Sendable, CaseIterable {
    /// Nothing.
    case tooSmall = "too_small"
    /// Counts, no percentages.
    case countsOnly = "counts_only"
    /// Percentages with a caution.
    case caution
    /// Percentages with a note that the base is small.
    case small
    case plain
  }

  public func band(base: Int) -> Band {
    switch base {
    case ..<smallestBase: .tooSmall
    case ..<30: .countsOnly
    case ..<50: .caution
    case ..<100: .small
    default: .plain
    }
  }
}
