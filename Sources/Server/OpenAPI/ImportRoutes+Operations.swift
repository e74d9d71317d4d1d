import Conduct
import Inquiries
import Wire

extension ImportRoutes {
  static var operations: [Operation] {
    [
      .get(
        at + "imports", "listImports",
        "The files that evidence came in, and those of imports that were undone.",
        answers: ListShape<ReceivedFile>.self)
    ].tagged("Imports")
  }

  private static let at = Operation.inquiry
}
