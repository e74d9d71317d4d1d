import Inquiries
import Papers

/// Writes lists of submissions and of other evidence.
///
/// Bytes and not a template, because an inquiry may have thousands of
/// submissions (performance.md 4).
struct EvidenceListHTML {
  private let slug: String
  /// Level of the heading that each entry is.
  private let level: Int
  private var html: HTMLBytes

  private init(_ slug: String, level: Int, count: Int) {
    self.slug = slug
    self.level = level
    // What an entry takes on average.
    html = HTMLBytes(capacity: 600 * count + 64)
  }

  /// All of them: a reference has four digits, so there are 9,999 at most, and
  /// a page of 5 MB at worst; the worked example's has a thirtieth of that.
  static func text(of submissions: [WrittenSubmission], in slug: String, level: Int) -> String {
    var writer = EvidenceListHTML(slug, level: level, count: submissions.count)
    writer.list { writer in
      for submission in submissions { writer.entry { $0.submission(submission, namesKind: false) } }
    }
    return String(decoding: writer.html.bytes, as: UTF8.self)
  }

  static func text(of evidence: [PublishedEvidence], in slug: String, level: Int) -> String {
    var writer = EvidenceListHTML(slug, level: level, count: evidence.count)
    writer.list { writer in
      for one in evidence {
        writer.entry { writer in
          if let submission = one.submission {
            writer.submission(submission, namesKind: true)
          } else {
            writer.record(one)
          }
        }
      }
    }
    return String(decoding: writer.html.bytes, as: UTF8.self)
  }

  private mutating func list(_ entries: (inout EvidenceListHTML) -> Void) {
    html.literal("<ul class=\"entries\">\n")
    entries(&self)
    html.literal("</ul>\n")
  }

  private mutating func entry(_ inner: (inout EvidenceListHTML) -> Void) {
    html.literal("<li>\n")
    inner(&self)
    html.literal("</li>\n")
  }

  private mutating func submission(_ submission: WrittenSubmission, namesKind: Bool) {
    heading(
      submission.submitter, submission.reference, Address.submission(slug, submission.reference))
    html.literal("<p class=\"days\">")
    if namesKind || submission.sequenceKind != .written {
      html.text(submission.sequenceKind.title)
      html.literal(" · ")
    }
    day("Received ", submission.receivedOn)
    if let publishedOn = submission.publishedOn { day(" · Published ", publishedOn) }
    if submission.isRedacted { html.literal(" <span class=\"mark\">With omissions</span>") }
    html.literal("</p>\n")
  }

  private mutating func record(_ evidence: PublishedEvidence) {
    let source = evidence.source
    let mark = RecordMark(source)
    heading(source.title, source.reference, Address.source(slug, source))
    html.literal("<p class=\"days\">")
    html.text(mark.kind)
    if let questions = mark.questions {
      html.literal(", ")
      html.text(questions)
    }
    if let heldOn = source.publicDay { day(" · Heard ", heldOn) }
    if let agreedOn = source.agreedOn { day(" · Agreed ", agreedOn) }
    if let publishedOn = source.publishedOn { day(" · Published ", publishedOn) }
    if mark.isUncorrected { html.literal(" <span class=\"mark\">Uncorrected</span>") }
    if mark.isNotVerbatim { html.literal(" <span class=\"mark\">Not a verbatim record</span>") }
    html.literal("</p>\n")
    guard !evidence.witnesses.isEmpty else { return }
    html.literal("<p class=\"heard-of\">")
    html.text(evidence.witnesses.joined(separator: "; "))
    html.literal("</p>\n")
  }

  private mutating func heading(_ title: String, _ reference: String, _ address: String) {
    html.literal("<h")
    html.number(level)
    html.literal("><a href=\"")
    html.attribute(address)
    html.literal("\">")
    html.text(title)
    html.literal(" <span class=\"reference\">(")
    html.text(reference)
    html.literal(")</span></a></h")
    html.number(level)
    html.literal(">\n")
  }

  private mutating func day(_ lead: StaticString, _ day: Day) {
    html.literal(lead)
    html.time(day)
  }
}
