import Conduct
import Inquiries
import Wire

extension LabelRoutes {
  static var operations: [Operation] {
    let at = Operation.inquiry
    return [
      .get(
        at + "evidence/{reference}/labels", "listLabels",
        "The speaker labels of a transcript that were or are in doubt.",
        query: [.query("all", .flag, "true for those too that the import was sure of.")],
        answers: ListShape<LabelInDoubt>.self),
      .act(
        .post, at + "evidence/{reference}/labels", "mapLabel",
        "Says who a label in doubt is, or with `from` one that the import was sure of, or that it is nobody known; saying it again undoes it.",
        MapLabel.self, takes: .shape(LabelRequest.self), answers: LabelInDoubt.self
      ).revisedIfSaid,
    ].tagged("Sessions")
  }
}
