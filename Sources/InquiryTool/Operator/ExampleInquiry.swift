import Foundation
import Papers

/// The worked example as its folder describes it in `example.json`.
struct ExampleInquiry: Decodable {
  struct Body: Decodable {
    let slug: String
    let name: String
    let kind: String
  }

  struct Predecessor: Decodable {
    let slug: String
    let title: String
    let launchedOn: String
    let reportedOn: String
    let summary: String
    /// What it recommended, as a draft.
    let report: String
  }

  struct Inquiry: Decodable {
    let slug: String
    let title: String
    let referencePrefix: String
    let summary: String
    let launchedOn: String
    let termsOfReference: String
    let illustrative: Bool
    let banner: String
  }

  struct Group: Decodable {
    let slug: String
    let name: String
  }

  struct Consent: Decodable {
    let givenBy: String
    let on: String
  }

  struct Session: Decodable {
    let number: Int
    let record: String
    let file: String
    let hearing: String?
    let stage: String?
    let witnessGroups: [String: String]?
    let consent: Consent?
    let agreedOn: String?
    let acceptedOn: String?
    let publishedOn: String?
  }

  /// One of ours with its file, or one of others by its full reference.
  struct Document: Decodable {
    let file: String?
    let title: String
    let kind: String
    let author: String
    let year: Int
    let address: String?
    let fullReference: String?
    let publishedOn: String
  }

  /// Results as published; the example has no responses.
  struct Survey: Decodable {
    let file: String
    let title: String
    let population: String
    let client: String
    let publishedOn: String
  }

  struct Call: Decodable {
    struct Period: Decodable {
      let opensOn: String
      let closesOn: String?
    }

    let slug: String
    let title: String
    let file: String
    let periods: [Period]
    let publishedOn: String
  }

  /// A sitting that was planned from an agenda, and cancelled.
  struct Sitting: Decodable {
    let file: String
    let cancelledFor: String
  }

  struct Submission: Decodable {
    struct Submitter: Decodable {
      let name: String
      let capacity: String
      let isOrganisation: Bool

      /// As a clerk would type it.
      var signature: String {
        isOrganisation ? name : "\"\(name)\"" + (capacity.isEmpty ? "" : ", \(capacity)")
      }
    }

    struct Consent: Decodable {
      let given: Bool
      let uses: [String]
      let givenBy: String?
      let wording: String?
      let on: String?
      let reviewOn: String?
    }

    struct Protected: Decodable {
      let realName: String
      let terms: [String]
    }

    struct Redaction: Decodable {
      let paragraph: Int
      let words: String
    }

    let file: String
    let submitters: [Submitter]
    let kind: String
    let sequence: String
    let supplements: String?
    let call: String?
    let receivedOn: String
    let consent: Consent
    let outcome: String
    let printedName: String?
    let reason: String?
    let decidedOn: String
    let publishedOn: String?
    let late: String?
    let protected: Protected?
    let redactions: [Redaction]
  }

  struct Protected: Decodable {
    let witness: String
    let realName: String
    let terms: [String]
  }

  struct Report: Decodable {
    let file: String
    let publishedOn: String
  }

  struct Event: Decodable {
    let key: String
    let name: String
  }

  struct Limb: Decodable {
    struct Addressee: Decodable {
      let name: String
      let kind: String
      let lead: Bool
    }

    struct Deadline: Decodable {
      let words: String
      let event: String?
      let months: Int?
    }

    let words: String
    let act: String
    let to: [Addressee]
    let deadline: Deadline?
  }

  /// An earlier recommendation: of the predecessor, or of a document of others.
  struct Lineage: Decodable {
    let relation: String
    let recommendation: String?
    let document: String?
    let words: String?
  }

  struct Link: Decodable {
    let `for`: String
    let key: String
    let cite: String
    let stance: String
    let quote: String?
  }

  /// The codebook with what two authors put on passages, and their memos.
  struct Tagging: Decodable {
    struct Applied: Decodable {
      let by: String
      let tag: String
      let cite: String
      let quote: String?
    }

    struct Memo: Decodable {
      let by: String
      let about: String
      let text: String
    }

    let codebook: String
    let applied: [Applied]
    let memos: [Memo]
  }

  /// What a claim of the report or of the summary rests on.
  struct BoundClaim: Decodable {
    let words: String
    let cite: String
    let figure: String?
  }

  let body: Body
  let predecessor: Predecessor
  let inquiry: Inquiry
  let groups: [Group]
  let calls: [Call]
  let sittings: [Sitting]
  let submissions: [Submission]
  let documents: [Document]
  let surveys: [Survey]
  let sessions: [Session]
  let protected: [Protected]
  let report: Report
  let events: [Event]
  let limbs: [String: [Limb]]
  let lineage: [String: [Lineage]]
  let recommendationFindings: [String: String]
  let claims: [BoundClaim]
  let links: [Link]
  let tagging: Tagging

  private enum CodingKeys: CodingKey {
    case body, predecessor, inquiry, groups, calls, sessions, sittings, submissions, documents,
      surveys, protected, report, events, limbs, lineage, recommendationFindings, claims, links,
      tagging
  }

  /// Where the files lie that it names.
  private(set) var folder = URL(filePath: "/")

  init(folder: URL) throws {
    let data = try Data(contentsOf: folder.appending(path: "example.json"))
    self = try JSONDecoder().decode(ExampleInquiry.self, from: data)
    self.folder = folder
  }

  /// The bytes of one of its files.
  func bytes(_ file: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appending(path: file)))
  }

  /// One of its files, ready to be read.
  func paper(_ file: String) async throws -> PaperFile {
    try await PaperFile.opened(
      bytes(file), name: URL(filePath: file).lastPathComponent)
  }
}
