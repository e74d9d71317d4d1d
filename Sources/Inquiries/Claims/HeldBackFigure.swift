/// Figures of one answer that the public tables of a survey hold back, so that it is
/// known when a number tells them.
public struct HeldBackFigure: Hashable, Sendable {
  /// Of everybody, with the base where that is held back too.
  public var everybody = FigureNumbers()
  /// Of the groups that tables tell apart, with their bases.
  public var groups = FigureNumbers()
  /// The same by the answer that makes the group.
  public var byGroup: [AnswerPlace: FigureNumbers] = [:]

  public init() {}

  public var isEmpty: Bool { everybody.isEmpty && groups.isEmpty }
}
