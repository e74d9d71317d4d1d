/// Figures of one answer that the public tables of a survey hold back, so that it is
/// known when a number tells them.
public struct HeldBackFigure: Hashable, Sendable {
  /// Of everybody, with the base where that is held back too.
  public var everybody = FigureNumbers()

  public init() {}

  public var isEmpty: Bool { everybody.isEmpty }
}
