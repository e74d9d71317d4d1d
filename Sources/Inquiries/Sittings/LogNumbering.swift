/// The provisional numbers of a live log: they follow from the order of its
/// lines and are never issued. The transcript issues numbers.
public enum LogNumbering {
  /// What a line has that its number hangs on.
  public struct Line: Hashable, Sendable {
    public let kind: LogLineKind
    /// The number as the clerk typed it; `nil` for the next.
    public let typedNumber: Int?
    public let isStruck: Bool

    public init(_ kind: LogLineKind, typedNumber: Int? = nil, isStruck: Bool = false) {
      self.kind = kind
      self.typedNumber = typedNumber
      self.isStruck = isStruck
    }
  }

  /// Where a line stands.
  public struct Place: Hashable, Sendable {
    /// 0 before the first question of the sitting.
    public let question: Int
    public let offset: Int

    public init(question: Int, offset: Int) {
      self.question = question
      self.offset = offset
    }
  }

  /// Numbers the lines of a sitting.
  ///
  /// A question takes one more than the number before it, or what the clerk
  /// typed. Stage texts and struck lines have no place and use up no number.
  ///
  /// - Parameters:
  ///   - lines: In the order in which they stand.
  ///   - last: The last question number issued in the inquiry before the sitting.
  /// - Returns: A place for each line, and the number that the next question
  ///   would take.
  public static func places(
    of lines: [Line], after last: Int
  ) -> (places: [Place?], next: Int) {
    var number = last
    var place = Place(question: 0, offset: 0)
    let places = lines.map { line -> Place? in
      guard !line.isStruck else { return nil }
      switch line.kind {
      case .stage: return nil
      case .question:
        number = line.typedNumber ?? number + 1
        place = Place(question: number, offset: 0)
      case .turn: place = Place(question: place.question, offset: place.offset + 1)
      }
      return place
    }
    return (places, number + 1)
  }

  /// The numbers that two questions or more bear, ascending.
  public static func twice(in places: [Place?]) -> [Int] {
    let asked = places.compactMap { $0 }.filter { $0.offset == 0 && $0.question > 0 }
    return Dictionary(grouping: asked, by: \.question).filter { $1.count > 1 }.keys.sorted()
  }
}

extension [LogLine] {
  /// The lines with their places, for the order in which they stand.
  public func numbered(after last: Int) -> (lines: [LogLine], next: Int) {
    let (places, next) = LogNumbering.places(
      of: map { .init($0.kind, typedNumber: $0.typedNumber, isStruck: $0.isStruck) }, after: last)
    let lines = zip(self, places).map { line, place in
      var line = line
      line.question = place?.question
      line.offset = place?.offset
      return line
    }
    return (lines, next)
  }
}
