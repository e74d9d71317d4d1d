import Crypto
import Inquiries
import Papers
import Wire

/// Receives the rows of a manifest one after the other over the API.
struct FolderIntake {
  let folder: String
  let names: [String]
  let manifest: SubmissionManifest
  let inquiry: InquiryClient
  let isDryRun: Bool
  private(set) var outcome: FolderOutcome
  /// References by the names of files, for rows that add to another.
  private var references: [String: String] = [:]

  init(
    folder: String, names: [String], manifest: SubmissionManifest, inquiry: InquiryClient,
    isDryRun: Bool
  ) {
    self.folder = folder
    self.names = names
    self.manifest = manifest
    self.inquiry = inquiry
    self.isDryRun = isDryRun
    let named = Set(manifest.rows.map(\.file) + manifest.refused.compactMap(\.file))
    outcome = FolderOutcome(isDryRun: isDryRun, leftOver: names.filter { !named.contains($0) })
    outcome.refused = manifest.refused.map {
      FolderOutcome.Refused(
        row: $0.fault.row, column: $0.fault.column.rawValue, file: $0.file, reason: $0.fault.reason,
        code: "manifest_cell")
    }
  }

  /// - Throws: What stops every row, such as a server that does not answer;
  ///   what is wrong with one row is in ``outcome``.
  mutating func run() async throws {
    let files: [ReceivedFile] = try await inquiry.list("imports")
    let submissions: [WrittenSubmission] = try await inquiry.list("submissions")
    let signed = Dictionary(uniqueKeysWithValues: submissions.map { ($0.reference, $0.submitter) })
    // By file and by who sends it: one letter may come from many.
    var known: [String: String] = [:]
    for file in files where file.undoneAt == nil {
      for names in ["", signed[file.reference] ?? ""] {
        known[file.sha256 + names] = known[file.sha256 + names] ?? file.reference
      }
    }
    // An answer kept for a retry must not stand for an import undone since.
    let undone = Dictionary(grouping: files.filter { $0.undoneAt != nil }, by: \.sha256)
      .mapValues(\.count)
    for (index, row) in manifest.rows.enumerated() {
      Progress.say("\(index + 1) of \(manifest.rows.count): \(row.file)")
      guard names.contains(row.file) else {
        refuse(row, "file", "there is no such file in the folder", "file_missing")
        continue
      }
      do {
        let bytes = try Files.read(SubmissionFolder.path(row.file, in: folder))
        let digest = SHA256.hash(data: bytes).hexadecimal
        let names = FolderIntake.names(row)
        if let reference = known[digest + names] {
          references[row.file] = reference
          outcome.known.append((row.number, row.file, reference))
          continue
        }
        let query = try query(row)
        let report = try await receive(
          bytes, query, key: "\(inquiry.slug)\n\(query)\n\(digest)\n\(undone[digest] ?? 0)")
        let reference = isDryRun ? "as row \(row.number)" : report.reference
        known[digest + names] = reference
        known[digest] = known[digest] ?? reference
        references[row.file] = report.reference
        if report.wasReceivedBefore {
          outcome.known.append((row.number, row.file, report.reference))
        } else {
          outcome.received.append((row.number, row.file, report))
        }
      } catch let problem as ProblemShape
        where ![401, 403, 404, 503].contains(problem.status)
        || problem.code == "supplemented_not_found" || problem.code == "call_not_found"
      {
        refuse(row, FolderIntake.column(problem.field), problem.detail, problem.code)
      } catch let refusal as Refusal {
        refuse(row, refusal.field ?? "file", refusal.message, refusal.code)
      }
    }
    Progress.say(nil)
  }

  /// Who a row says signed, as ``WrittenSubmission/submitter`` joins them; empty where
  /// the head of the paper says it.
  private static func names(_ row: SubmissionManifest.Row) -> String {
    row.submitters.map { entry in
      let isWhole = row.kind == .organisation || entry.contains("\"")
      return isWhole ? entry : String(entry.prefix { $0 != "," })
    }.joined(separator: " and ")
  }

  private func receive(
    _ bytes: [UInt8], _ query: String, key: String
  ) async throws -> SubmissionReport {
    let digest = SHA256.hash(data: Array(key.utf8)).hexadecimal
    return try await inquiry.upload("submissions/import" + query, bytes: bytes, key: digest)
      .shape()
  }

  private mutating func refuse(
    _ row: SubmissionManifest.Row, _ column: String, _ reason: String, _ code: String
  ) {
    outcome.refused.append(
      FolderOutcome.Refused(
        row: row.number, column: column, file: row.file, reason: reason, code: code))
  }

  private func query(_ row: SubmissionManifest.Row) throws -> String {
    let consent = row.consent
    return Client.query(
      [
        ("fileName", row.file), ("kind", row.kind?.rawValue),
        ("sequence", row.sequence?.rawValue), ("supplements", try supplements(row)),
        ("call", row.call), ("receivedOn", row.receivedOn?.description),
        ("datedOn", row.datedOn?.description), ("confidentiality", row.confidentiality),
        ("language", row.language), ("consent", consent?.consent.rawValue),
        ("consentOn", consent?.on.description), ("consentBy", consent?.givenBy),
        ("consentWording", consent?.wording),
        ("consentReviewOn", consent?.reviewOn?.description),
        ("dryRun", isDryRun ? "true" : nil),
      ] + row.submitters.map { ("submitter", $0) }
        + ConsentUse.allCases.filter { consent?.uses.contains($0) == true }
        .map { ("consentUse", $0.rawValue) })
  }

  /// The reference that a row adds to; in a dry run none where the earlier file
  /// has no reference yet.
  private func supplements(_ row: SubmissionManifest.Row) throws -> String? {
    guard let named = row.supplements, manifest.rows.contains(where: { $0.file == named }) else {
      return row.supplements
    }
    guard let reference = references[named] else {
      throw Refusal(
        .conflict, "supplemented_later",
        "“\(named)” was not received before this row; put its row above, and mend what stopped it",
        field: "supplements")
    }
    let isPlanned = isDryRun && outcome.received.contains { $0.file == named }
    return isPlanned ? nil : reference
  }

  /// The column of the manifest that a field of the API comes from.
  private static func column(_ field: String?) -> String {
    switch field {
    case nil, "fileName", "file": "file"
    case "receivedOn": "received"
    case "datedOn": "dated"
    case "uses", "consentUse": "consent uses"
    case "on", "consentOn": "consent on"
    case let field?: field
    }
  }
}

/// What came of each row and file.
struct FolderOutcome: JSONWritable {
  struct Refused {
    let row: Int
    let column: String
    let file: String?
    let reason: String
    let code: String
  }

  let isDryRun: Bool
  var received: [(row: Int, file: String, report: SubmissionReport)] = []
  var known: [(row: Int, file: String, reference: String)] = []
  var refused: [Refused] = []
  /// Files of the folder that no row names.
  let leftOver: [String]

  init(isDryRun: Bool, leftOver: [String]) {
    self.isDryRun = isDryRun
    self.leftOver = leftOver
  }

  func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("dryRun", isDryRun)
      json.name("received")
      json.array { json in
        for (row, file, report) in received {
          json.object { json in
            json.field("row", row)
            json.field("file", file)
            json.field("report", report)
          }
        }
      }
      json.name("known")
      json.array { json in
        for (row, file, reference) in known {
          json.object { json in
            json.field("row", row)
            json.field("file", file)
            json.field("reference", reference)
          }
        }
      }
      json.name("refused")
      json.array { json in
        for refused in refused {
          json.object { json in
            json.field("row", refused.row)
            json.field("column", refused.column)
            json.field("file", refused.file)
            json.field("reason", refused.reason)
            json.field("code", refused.code)
          }
        }
      }
      json.field("leftOver", texts: leftOver)
    }
  }
}

extension Page {
  mutating func lay(_ outcome: FolderOutcome) {
    if outcome.isDryRun { text("Dry run: nothing was changed.") }
    heading("\(outcome.isDryRun ? "To be received" : "Received") (\(outcome.received.count))")
    table(
      [.number("Row"), "File", "Reference", "From", "Note"],
      outcome.received.map { row, file, report in
        [
          "\(row)", file, outcome.isDryRun ? "the next" : report.reference,
          report.submitters.map(\.name).joined(separator: ", "), report.inShort,
        ]
      }, none: "Nothing.")
    lay(unseenIn: outcome.received.map { ($0.file, $0.report) })
    // By file: a dry run gives all of them the same next reference.
    lay(remarksOf: outcome.received.map { ($0.file, $0.report) })
    heading("Known before (\(outcome.known.count))")
    table(
      [.number("Row"), "File", "Reference"],
      outcome.known.map { ["\($0)", $1, $2] }, none: "Nothing.")
    heading(
      "Refused (\(outcome.refused.count))", style: outcome.refused.isEmpty ? .heading : .grave)
    table(
      [.number("Row"), "Column", "File", "Why, and what to do"],
      outcome.refused.sorted { $0.row < $1.row }.map {
        ["\($0.row)", $0.column, $0.file ?? "", $0.reason]
      }, none: "Nothing.")
    heading("Left over: files that no row names (\(outcome.leftOver.count))")
    if outcome.leftOver.isEmpty { text("None.") }
    for name in outcome.leftOver { point(name) }
  }
}

extension SHA256.Digest {
  fileprivate var hexadecimal: String {
    map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
