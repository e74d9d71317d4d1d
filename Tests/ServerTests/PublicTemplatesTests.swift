import Conduct
import Foundation
import Inquiries
import Postgres
import Records
import Testing

@testable import Server

/// Mustache shows nothing for a misspelt key, so keys and structs are compared.
@Suite struct PublicTemplatesTests {
  @Test func `templates name what their pages have, and all of it`() async throws {
    try await PublicDatabase.with { database in
      try await database.change(PublicFixture.survey)
      try await database.change(PublicFixture.earlierWords)
      let drawing = try PublicDrawing(
        files: try SiteFiles(), publicURL: "https://evidence.example", siteName: "Site")
      let samples = try await database.pool.run { SamplePages(try .init(drawing, $0)) }
      var reader = TemplateReader(files: drawing.files)
      for kind in PublicDrawing.pages {
        let pages = samples.pages.filter { type(of: $0) == kind }
        #expect(!pages.isEmpty, "no sample of \(kind)")
        try reader.read(kind.template, pages.map { [$0] })
      }
      try reader.read(
        "frame", samples.pages.map { [DrawnFrames.Framed(frame: $0.frame, main: "")] })
      #expect(reader.unknown.isEmpty, "\(reader.unknown.sorted())")
      #expect(reader.unseen.isEmpty, "\(reader.unseen.sorted())")
      // What every page has beside what its template shows.
      let frames = Set(PublicDrawing.pages.map { "\($0).frame" })
      let unused = reader.unused.subtracting(frames)
      #expect(unused.isEmpty, "\(unused.sorted())")
    }
  }
}

/// One page of each kind, so full that every section has something to show.
private struct SamplePages: @unchecked Sendable {
  let pages: [any DrawnPage]

  init(_ made: Making) {
    pages = made.pages
  }

  struct Making {
    var pages: [any DrawnPage] = []

    init(_ drawing: PublicDrawing, _ connection: Connection) throws {
      let inquiries = try PublishedInquiry.all(on: connection)
      let hedges = try #require(inquiries.first)
      let totals = try #require(
        try Totals.published(of: [hedges.id], on: connection)[hedges.id])
      let ponds = try #require(inquiries.last)
      let sessions = try PublishedSession.all(of: hedges.id, on: connection)
      let read = try #require(try PublishedConclusions.read(of: hedges, on: connection))
      let gone = try Tombstone.ofSession(1, of: hedges.id, on: connection)
      let calls = try PublishedCall.all(of: hedges.id, on: connection)
      let opened = try #require(calls.first?.periods.first?.opensOn)
      pages = [
        InquiriesPage(inquiries, drawing),
        InquiryPage(
          hedges.lapsed(on: opened), totals, report: ("Laid low", hedges.launchedOn),
          predecessor: ponds, calls: calls, on: opened, drawing),
        SessionsPage(sessions, of: hedges, drawing), WitnessesPage(sessions, of: hedges, drawing),
        FindingsPage(read, of: hedges, drawing), RecommendationsPage(read, of: hedges, drawing),
        ReportPage(read.document, of: hedges, drawing),
        GonePage(gone, at: .session("hedges", 4), in: .sessions, of: hedges, drawing),
        NoticePage(.notFound, drawing), AccessibilityPage(contact: "us", drawing),
      ]
      try written(hedges, calls, on: opened, drawing, connection)
      for number in [2, 4] {
        let question = try #require(
          try PublishedQuestion.find(number, of: hedges, on: connection))
        pages.append(QuestionPage(question, of: hedges, drawing))
      }
      for (question, number) in [(1, 1), (5, 1)] {
        let place = PublishedVersion.Place.turn(question: question, offset: 0)
        let version = try #require(
          try PublishedVersion.find(number, of: place, in: hedges.id, on: connection))
        pages.append(VersionPage(version, at: place, of: hedges, drawing))
      }
      for finding in read.all(.finding) {
        pages.append(FindingPage(finding, read, of: hedges, drawing))
      }
      for recommendation in read.all(.recommendation) {
        pages.append(RecommendationPage(recommendation, read, of: hedges, drawing))
      }
    }
  }
}

extension SamplePages.Making {
  private mutating func written(
    _ hedges: PublishedInquiry, _ calls: [CallForEvidence], on day: Day,
    _ drawing: PublicDrawing, _ connection: Connection
  ) throws {
    let submissions = try PublishedSubmission.all(of: hedges.id, on: connection)
    pages += [
      SubmissionsPage(submissions, of: hedges, drawing),
      CallsPage(calls, on: day, of: hedges, drawing),
    ]
    pages += calls.map {
      CallPage($0, answered: submissions, on: day, of: hedges, drawing)
    }
    for submission in submissions {
      let read = try #require(
        try SubmissionInFull.find(submission.reference, of: hedges, on: connection))
      pages.append(SubmissionPage(read, of: hedges, drawing))
    }
    let survey = try #require(try PublishedSurvey.find("S1", of: hedges.id, on: connection))
    let cited = try PublishedPassage.all(ofSubmission: "HED0001", of: hedges, on: connection)
    pages += [
      SurveysPage([], of: hedges, drawing), SurveysPage([survey.survey], of: hedges, drawing),
      SurveyPage(survey, [], of: hedges, drawing), SurveyPage(survey, cited, of: hedges, drawing),
    ]
    for isExternal in [false, true] {
      let document = Document(
        reference: "D1", state: .published,
        facts: Document.Facts(
          title: "Hedge Review, 2011", kind: .report, author: "A reviewer", year: 2011,
          address: "https://example.org"), isExternal: isExternal, paragraphCount: 1,
        pageCount: 3, receivedOn: nil, publishedOn: day, revision: 0)
      let passages =
        isExternal
        ? []
        : try PublishedPassage.all(ofSubmission: "HED0001", of: hedges, on: connection)
      pages += [
        DocumentsPage(isExternal ? [] : [document], of: hedges, drawing),
        DocumentPage(document, passages, of: hedges, drawing),
      ]
    }
    let choices = try PublishedEvidence.Choices.read(of: hedges.id, on: connection)
    for text in ["kind=oral&limit=1", "name=nobody&call=laying&group=Experts&session=1", "from=x"] {
      let reader = EvidenceQueryReader(text)
      let found = try FoundEvidence.find(reader.query, of: hedges, on: connection)
      var query = reader.query
      query.after = found.next
      pages.append(
        EvidencePage(query, choices, found, faults: reader.faults, of: hedges, drawing))
    }
  }
}

extension PublishedInquiry {
  /// The same, after its body ceased.
  fileprivate func lapsed(on day: Day) -> PublishedInquiry {
    PublishedInquiry(
      id: id, slug: slug, title: title, bodyName: bodyName, bodyKind: bodyKind, summary: summary,
      termsOfReference: termsOfReference, launchedOn: launchedOn, reportedOn: reportedOn,
      lapsedOn: day, predecessorSlug: predecessorSlug, isIllustrative: isIllustrative,
      banner: banner,
      timeZone: timeZone, hasDocuments: hasDocuments, hasSurveys: hasSurveys,
      hasTombstones: hasTombstones, publication: publication)
  }
}

/// Reads templates beside the values that fill them.
private struct TemplateReader {
  let files: SiteFiles
  private(set) var unknown: Set<String> = []
  private var thin: Set<String> = []
  private var shown: Set<String> = []
  private var used: Set<String> = []
  private var known: Set<String> = []

  init(files: SiteFiles) {
    self.files = files
  }

  /// Sections that no sample shows anything in, so that nothing was compared.
  var unseen: Set<String> {
    thin.subtracting(shown)
  }

  /// Properties that no template names.
  var unused: Set<String> {
    known.subtracting(used)
  }

  private indirect enum Node {
    case key(String)
    case section(String, [Node])
    case partial(String, [Node])
  }

  /// - Parameter stacks: Values that may be in scope, the innermost last.
  mutating func read(_ template: String, _ stacks: [[Any]]) throws {
    let text = try #require(files.templates.getTemplate(named: template)).description
    var tags = Self.tags(of: text)[...]
    try read(Self.nodes(&tags), stacks, in: template)
  }

  private mutating func read(_ nodes: [Node], _ stacks: [[Any]], in template: String) throws {
    for value in stacks.compactMap(\.last) { note(value) }
    for node in nodes {
      switch node {
      case .key(let key):
        _ = values(of: key, stacks, in: template)
      case .section(let key, let inner):
        let found = values(of: key, stacks, in: template)
        let name = "\(template): \(key)"
        if found.isEmpty { thin.insert(name) } else { shown.insert(name) }
        try read(inner, found, in: template)
      case .partial(let name, let inner):
        try read(name, stacks)
        try read(inner, stacks, in: template)
      }
    }
  }

  /// The stacks within a section: one for each value that it shows.
  private mutating func values(
    of key: String, _ stacks: [[Any]], in template: String
  ) -> [[Any]] {
    if key == "." { return stacks }
    var isKnown = false
    var found: [[Any]] = []
    for stack in stacks {
      guard let (value, owner) = look(up: key, stack) else { continue }
      isKnown = true
      used.insert(owner)
      guard let value else { continue }
      if let list = value as? [Any] {
        found += list.map { stack + [$0] }
      } else {
        found.append(value is Bool ? stack : stack + [value])
      }
    }
    if !isKnown, !stacks.isEmpty { unknown.insert("\(template): \(key)") }
    return found
  }

  private mutating func look(up key: String, _ stack: [Any]) -> (value: Any?, owner: String)? {
    let names = key.split(separator: ".").map(String.init)
    for object in stack.reversed() {
      guard var found = Self.child(names[0], of: object) else { continue }
      for name in names.dropFirst() {
        used.insert(found.owner)
        guard let value = found.value, let next = Self.child(name, of: value) else {
          return found.value == nil ? (nil, found.owner) : nil
        }
        note(value)
        found = next
      }
      return found
    }
    return nil
  }

  private static func child(_ name: String, of object: Any) -> (value: Any?, owner: String)? {
    let mirror = Mirror(reflecting: object)
    guard let child = mirror.children.first(where: { $0.label == name }) else { return nil }
    return (unwrapped(child.value), "\(type(of: object)).\(name)")
  }

  private static func unwrapped(_ value: Any) -> Any? {
    let mirror = Mirror(reflecting: value)
    guard mirror.displayStyle == .optional else { return value }
    return mirror.children.first?.value
  }

  private mutating func note(_ value: Any) {
    let mirror = Mirror(reflecting: value)
    guard mirror.displayStyle == .struct, !(value is String) else { return }
    for label in mirror.children.compactMap(\.label) {
      known.insert("\(type(of: value)).\(label)")
    }
  }

  private static func tags(of text: String) -> [String] {
    text.matches(of: /\{\{\{?([^{}]+)\}?\}\}/).map { String($0.1) }
  }

  private static func nodes(_ tags: inout ArraySlice<String>) -> [Node] {
    var nodes: [Node] = []
    while let tag = tags.popFirst() {
      let name = String(tag.dropFirst())
      switch tag.first {
      case "/": return nodes
      case "#", "^": nodes.append(.section(name, Self.nodes(&tags)))
      case "$": nodes += Self.nodes(&tags)
      case "<": nodes.append(.partial(name, Self.nodes(&tags)))
      case ">": nodes.append(.partial(name, []))
      default: nodes.append(.key(tag))
      }
    }
    return nodes
  }
}
