public import Inquiries
public import Papers
public import Records

/// A written submission as it was read from a file, before anything is done
/// with it.
public struct SubmissionRead: Sendable {
  /// What a clerk says of the submission where its file does not.
  public struct Said: Sendable {
    /// Who signed, as `name` or `name, capacity, organisation`; a name with commas
    /// stands in quotation marks. The head of the paper is asked when empty.
    public var submitters: [String]
    public var kind: WrittenSubmission.SubmitterKind?
    /// Whether those who signed are bodies; follows from `kind` when `nil`.
    public var areOrganisations: Bool?
    public var sequence: WrittenSubmission.SequenceKind?
    /// Reference of the earlier submission that it adds to.
    public var supplements: String?
    /// Slug of the call that it answers.
    public var call: String?
    /// Today when `nil`.
    public var receivedOn: Day?
    /// The day that the paper bears, where it does not print one.
    public var datedOn: Day?
    /// What all who signed said to publication, where they said it with the paper.
    public var consent: Contribution.Said?
    public var confidentiality: String?
    public var language: String

    public init(
      submitters: [String] = [], kind: WrittenSubmission.SubmitterKind? = nil,
      areOrganisations: Bool? = nil, sequence: WrittenSubmission.SequenceKind? = nil,
      supplements: String? = nil, call: String? = nil, receivedOn: Day? = nil,
      datedOn: Day? = nil, consent: Contribution.Said? = nil, confidentiality: String? = nil,
      language: String = "en"
    ) {
      self.submitters = submitters
      self.kind = kind
      self.areOrganisations = areOrganisations
      self.sequence = sequence
      self.supplements = supplements
      self.call = call
      self.receivedOn = receivedOn
      self.datedOn = datedOn
      self.consent = consent
      self.confidentiality = confidentiality
      self.language = language
    }
  }

  let fileName: String
  let bytes: [UInt8]
  let said: Said
  let paper: SubmissionPaper

  public init(_ file: PaperFile, said: Said) throws(PaperError) {
    paper = try SubmissionReader.read(try PaperReader.read(file), fileName: file.name)
    fileName = file.name
    bytes = file.bytes
    self.said = said
  }

  var kind: WrittenSubmission.SubmitterKind {
    if let kind = said.kind { return kind }
    if let areOrganisations = said.areOrganisations {
      return areOrganisations ? .organisation : .individual
    }
    return switch head {
    case .body: .organisation
    case .proxy: .proxy
    case .one, .joint, nil: .individual
    }
  }

  var sequence: WrittenSubmission.SequenceKind {
    if let sequence = said.sequence { return sequence }
    if said.supplements != nil { return .supplementary }
    return given.count > 1 ? .joint : .written
  }

  /// Who signed, each once.
  ///
  /// - Throws: ``Refusal`` `submitter_missing` when neither the clerk nor the
  ///   head of the paper says, `submitter_form` for what is no name.
  func submitters() throws(Refusal) -> [NewSubmission.Submitter] {
    let areOrganisations = said.areOrganisations ?? (kind == .organisation)
    guard !given.isEmpty else {
      throw Refusal(
        .invalid, "submitter_missing",
        "\(fileName) does not say at its head who submits it (“Written evidence submitted by …”); "
          + "name who does.", field: "submitter")
    }
    var seen: Set<NewSubmission.Submitter> = []
    var submitters: [NewSubmission.Submitter] = []
    for text in given {
      let submitter = SubmissionRead.submitter(text, isOrganisation: areOrganisations)
      guard submitter.name.isVisible, text.count <= 300, !text.contains(where: \.isNewline) else {
        throw Refusal(
          .invalid, "submitter_form",
          "Who submits has a name of 1 to 300 visible characters on one line; a person may be "
            + "written as name, capacity, organisation.", field: "submitter")
      }
      if seen.insert(submitter).inserted { submitters.append(submitter) }
    }
    return submitters
  }

  /// A person as transcripts list one: name, capacity, organisation. The name
  /// of a body is left whole, commas and all, as is what is in quotation marks.
  private static func submitter(_ text: String, isOrganisation: Bool) -> NewSubmission.Submitter {
    var parts = text.parts
    if isOrganisation, parts.count > 1 { parts = [text.squeezed] }
    return NewSubmission.Submitter(
      name: parts[0],
      capacity: parts.dropFirst().dropLast(parts.count > 2 ? 1 : 0)
        .joined(separator: ", "),
      organisation: parts.count > 2 ? parts[parts.count - 1] : "",
      isOrganisation: isOrganisation)
  }

  func passages(_ digest: TextDigest) -> [NewPassage] {
    paper.paragraphs.map { paragraph in
      NewPassage(
        kind: paragraph.isHeading ? .heading : .paragraph, question: nil, offset: nil,
        point: paragraph.number, panel: nil, person: nil, label: nil, isChair: false,
        text: paragraph.text, digest: digest)
    }
  }

  /// Of all its words in order, so that the same ones are known in another file.
  func wordingDigest(_ digest: TextDigest) -> [UInt8] {
    digest.wording(paper.paragraphs.map(\.text).joined(separator: "\n"))
  }

  /// What is kept beside the paragraphs: lines without a place, and those of
  /// the head that hold an address or could be told for nothing.
  var unplaced: [Inquiries.UnplacedLine] {
    let head: [Inquiries.UnplacedLine] = paper.header.compactMap { line in
      switch line.field {
      case .contact:
        Inquiries.UnplacedLine(line: line.line, text: line.text, reason: "address at the head")
      case .submitter where namesAnother:
        Inquiries.UnplacedLine(line: line.line, text: line.text, reason: "says who writes for whom")
      case .other:
        Inquiries.UnplacedLine(line: line.line, text: line.text, reason: "line of the head")
      case .title, .submitter, .reference, .date: nil
      }
    }
    return head
      + paper.unplaced.map {
        Inquiries.UnplacedLine(line: $0.line, text: $0.text, reason: $0.reason.inWords)
      }
  }
}

extension String {
  /// What stands between commas outside of quotation marks, without the marks
  /// of a part that is quoted whole; never empty.
  fileprivate var parts: [String] {
    var parts = [""]
    var isQuoted = false
    for character in self {
      if character == "\"" { isQuoted.toggle() }
      if character == ",", !isQuoted {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts.map { part in
      let part = part.squeezed
      guard let quoted = part.wholeMatch(of: #/"([^"]+)"/#) else { return part }
      return String(quoted.output.1).squeezed
    }
  }

  /// Runs of blanks as one space, none at the ends.
  fileprivate var squeezed: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
