import Crypto
public import Inquiries
public import Records

/// Takes a survey into the record: its instrument, and responses or results.
///
/// Nothing of it is public yet; accepting, publishing and withdrawing are the
/// acts on all evidence. The same files again change nothing.
public struct ImportSurvey: Act {
  public static let title = "import survey"
  public static let role = Role.clerk
  let read: SurveyRead

  public init(_ read: SurveyRead) {
    self.read = read
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<SurveyReport> {
    let sha256 = Array(SHA256.hash(data: read.file.bytes))
    let codebook = read.codebook.map { ($0, Array(SHA256.hash(data: $0.bytes))) }
    if let known = try Original.reference(sha256: sha256, as: viewpoint, on: desk.connection) {
      return try again(known, codebook?.1, from: viewpoint, at: desk)
    }
    try viewpoint.requireNotLapsed()
    let original = try Original(
      fileName: read.file.name, sha256: sha256, bytes: read.file.bytes
    ).insert(on: desk.connection)
    let described = try codebook.map { file, digest in
      try Original(fileName: file.name, sha256: digest, bytes: file.bytes)
        .insert(on: desk.connection)
    }
    let reference = try NewSurvey(
      title: read.title, facts: read.facts, instrument: read.instrument, content: read.content,
      rule: read.rule, passages: read.passages(desk.digest)
    ).insert(
      original: original, codebook: described, receivedOn: desk.today(in: viewpoint.inquiry),
      as: viewpoint, on: desk.connection)
    return try done(reference, wasReceivedBefore: false, from: viewpoint, at: desk)
  }

  private func again(
    _ reference: String, _ codebook: [UInt8]?, from viewpoint: Viewpoint, at desk: Desk
  ) throws -> Done<SurveyReport> {
    let isSurvey = try Survey.find(reference, as: viewpoint, on: desk.connection) != nil
    let known = try Survey.codebookDigest(of: reference, as: viewpoint, on: desk.connection)
    guard isSurvey, known == codebook else {
      throw Refusal(
        .conflict, "file_received_otherwise",
        "\(read.file.name) was received before as \(reference)"
          + (isSurvey ? ", with another codebook." : ", which is no survey.")
          + " One file is one source.", field: "file")
    }
    return try done(reference, wasReceivedBefore: true, from: viewpoint, at: desk)
  }

  private func done(
    _ reference: String, wasReceivedBefore: Bool, from viewpoint: Viewpoint, at desk: Desk
  ) throws -> Done<SurveyReport> {
    guard let survey = try Survey.find(reference, as: viewpoint, on: desk.connection) else {
      throw SurveyLookup.notFound(reference)
    }
    let held = read.heldBack
    return Done(
      SurveyReport(
        survey: survey, wasReceivedBefore: wasReceivedBefore, heldBackCount: held.count,
        figureCount: held.of, remarks: wasReceivedBefore ? [] : read.remarks),
      subject: reference, detail: wasReceivedBefore ? ["again": "true"] : [:])
  }
}

/// What is said of surveys that are not there.
public enum SurveyLookup {
  public static func notFound(_ reference: String) -> Refusal {
    Refusal(
      .notFound, "survey_not_found",
      "There is no survey “\(reference)” in this inquiry; `inquiry survey list` shows what there "
        + "is.", field: "reference")
  }
}
