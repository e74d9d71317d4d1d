import Inquiries
import Postgres
import Records

/// What the address of a version tells, as a page and as data.
enum PublishedVersions {
  enum Answer {
    case found(PublishedVersion)
    /// It was public, or its record was.
    case gone([Tombstone])
  }

  /// - Returns: `nil` for what never was public.
  static func read(
    _ number: Int, of place: PublishedVersion.Place, in inquiry: PublishedInquiry,
    on connection: Connection
  ) throws -> Answer? {
    let id = inquiry.id
    if let found = try PublishedVersion.find(number, of: place, in: id, on: connection) {
      return .found(found)
    }
    if let removed = try PublishedVersion.tombstone(number, of: place, in: id, on: connection) {
      return .gone([removed])
    }
    let gone: [Tombstone] =
      switch place {
      case .turn(let question, _):
        try Tombstone.ofQuestion(question, of: id, on: connection).map { [$0] } ?? []
      case .opening(let session, _), .point(let session, _):
        try Tombstone.ofSession(session, of: id, on: connection)
      case .paragraph(let reference, _):
        try Tombstone.ofWritten(reference, of: id, on: connection).map { [$0] } ?? []
      case .answer(let survey, let anchor):
        try gone(anchor, of: survey, in: inquiry, on: connection).map { [$0] } ?? []
      }
    return gone.isEmpty ? nil : .gone(gone)
  }

  /// What is told at the address of a survey's answer that is not public.
  static func gone(
    _ anchor: String, of survey: String, in inquiry: PublishedInquiry, on connection: Connection
  ) throws -> Tombstone? {
    try AnswerGone.find(anchor, of: survey, in: inquiry.id, on: connection)?.tombstone
      ?? Tombstone.ofWritten(survey, of: inquiry.id, on: connection)
  }
}

extension PublicPlace {
  /// The part of an inquiry that a version is told in.
  static func part(of place: PublishedVersion.Place) -> InquiryPart {
    switch place {
    case .turn, .opening, .point: .sessions
    case .answer: .surveys
    case .paragraph(let reference, _):
      SourceKind(reference: reference) == .document ? .documents : .submissions
    }
  }
}

extension PublicPages {
  func version(
    _ number: Int, of place: PublishedVersion.Place, in inquiry: PublishedInquiry,
    on connection: Connection
  ) throws -> PublicAnswer? {
    switch try PublishedVersions.read(number, of: place, in: inquiry, on: connection) {
    case .found(let version): draw(VersionPage(version, at: place, of: inquiry, drawing))
    case .gone(let tombstones):
      self.tombstones(
        tombstones, at: .version(inquiry.slug, place, number), in: PublicPlace.part(of: place),
        of: inquiry)
    case nil: nil
    }
  }
}

extension PublicData {
  func version(
    _ number: Int, of place: PublishedVersion.Place, in inquiry: PublishedInquiry,
    on connection: Connection
  ) throws -> PublicAnswer? {
    switch try PublishedVersions.read(number, of: place, in: inquiry, on: connection) {
    case .found(let version):
      one { writer.write(version, at: place, in: inquiry.slug, to: &$0) }
    case .gone(let tombstones): PublicProblem(gone: tombstones).answer
    case nil: nil
    }
  }
}
