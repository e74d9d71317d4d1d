import ArgumentParser
import Inquiries
import Wire

/// `inquiry submission check`
struct CheckSubmissionCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Show what looks like personal data before it is published.",
    discussion: """
      E-mail addresses, telephone numbers, postcodes, dates of birth, NHS and National Insurance \
      numbers, and names of people who are not to be named. Redact each that must not be public; \
      publishing the others needs --personal-data-seen. Of protected terms clerks are told the \
      place, never the term; nothing is published while one stands. Without a reference, all \
      sources that are not public yet are counted, records of sessions too, but for their protected \
      terms.
      Example: inquiry submission check CTI0004
      """)

  @Argument(help: "Reference of a submission; all when left out.")
  var reference: String?

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let inquiry = try await options.client(console)
    guard let reference else {
      let answer = try await inquiry.get("personal-data")
      return try console.show(
        answer, as: ListShape<PersonalDataCount>.self, json: options.json
      ) { list, page in
        page.table(
          ["Reference", .number("Places"), "Looks like"],
          list.items.map {
            [
              $0.reference, "\($0.count)",
              $0.kinds.map(\.inWords).joined(separator: ", "),
            ]
          }, none: "Nothing that is not public yet looks like personal data.")
      }
    }
    let answer = try await inquiry.get("submissions/\(Client.escaped(reference))/personal-data")
    try console.show(answer, as: ListShape<PersonalDataRemark>.self, json: options.json) {
      list, page in
      page.lay(list.items)
    }
  }
}

/// `inquiry evidence check`
struct CheckEvidenceCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Show what looks like personal data in a source before it is published.",
    discussion: """
      What `inquiry submission check` shows of submissions, of transcripts, notes and summaries \
      too. Correct what must not be public (inquiry passage correct); publishing the rest needs \
      --personal-data-seen.
      Example: inquiry evidence check OS3
      """)

  @Argument(help: "Reference of the source.")
  var reference: String

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let inquiry = try await options.client(console)
    let answer = try await inquiry.get("evidence/\(Client.escaped(reference))/personal-data")
    try console.show(answer, as: ListShape<PersonalDataRemark>.self, json: options.json) {
      list, page in
      page.lay(list.items)
    }
  }
}

extension Page {
  fileprivate mutating func lay(_ remarks: [PersonalDataRemark]) {
    table(
      ["Where", "Looks like", "Words"],
      remarks.map {
        [
          $0.locator, $0.kind.inWords,
          $0.words ?? ($0.kind == .protectedTerm ? "not told" : "for clerks"),
        ]
      },
      none: "Nothing in it looks like personal data.")
  }
}
