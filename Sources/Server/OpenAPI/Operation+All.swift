import Wire

extension Operation {
  /// Every operation; those of the staff side first.
  static func all(isPublicOnly: Bool) -> [Operation] {
    let open = [document] + PublicOperation.allCases.map(\.operation)
    return isPublicOnly ? open : StaffAPI.operations + open
  }

  /// The description itself.
  private static var document: Operation {
    var operation = Operation(
      method: .get, path: OpenAPIRoute.path, id: "describe", summary: "This description.",
      tag: "Description", who: .everybody, answers: [("application/json", nil)])
    operation.isConditional = true
    return operation
  }
}

extension StaffAPI {
  /// The operations of the staff side, a list for each file of routes.
  static var operations: [Operation] {
    InquiryRoutes.operations + StaffRoutes.operations + EvidenceRoutes.operations
      + CorrectionRoutes.operations + CopyRoutes.operations + ChangeRoutes.operations
      + LabelRoutes.operations
      + SubmissionRoutes.operations
      + ImportRoutes.operations + DocumentRoutes.operations + SurveyRoutes.operations
      + CallRoutes.operations + SittingRoutes.operations + ReportRoutes.operations
      + SuggestionRoutes.operations
      + LinkRoutes.operations + LimbRoutes.operations
      + TagRoutes.operations + CodebookRoutes.operations
      + ClaimRoutes.operations
      + CheckRoutes.operations + TraceRoutes.operations
  }
}
