import Conduct
import Inquiries
import Wire

extension ImportRoutes {
  static var operations: [Operation] {
    [
      .get(
        at + "imports", "listImports",
        "The files that evidence came in, and those of imports that were undone.",
        answers: ListShape<ReceivedFile>.self),
      .act(
        .post, at + "imports/undo", "undoImports",
        "Takes imports back before anything rests on them, all that are named or none.",
        UndoImports.self, takes: .shape(UndoListRequest.self),
        answers: ListShape<UndoneImport>.self
      ).onList,
      .act(
        .post, at + "imports/{reference}/undo", "undoImport",
        "Takes an import back before anything rests on it; its file stays on record.",
        UndoImport.self, takes: .shape(UndoRequest.self), answers: UndoneImport.self
      ).revisedIfSaid,
    ].tagged("Imports")
  }

  private static let at = Operation.inquiry
}
