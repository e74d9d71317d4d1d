import ArgumentParser
import Inquiries
import Wire

/// `inquiry submission edit`
struct EditSubmissionCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Mend what was taken down of a submission at its receipt.",
    discussion: """
      What is left out stays. Its words, its reference and what was decided are not touched; once \
      it was published, neither is the rest. Whether it came late is asked anew where its day or \
      call change.
      Example: inquiry submission edit CTI0004 --received-on 2017-10-30 --call thresholds
      """)

  @Argument(help: "Reference of the submission.")
  var reference: String

  @Option(help: "What the submitter is.")
  var kind: WrittenSubmission.SubmitterKind?

  @Option(help: ArgumentHelp("Whose capacity is meant, where several signed.", valueName: "name"))
  var submitter: String?

  @Option(help: ArgumentHelp("In which capacity it was signed.", valueName: "text"))
  var capacity: String?

  @Option(help: ArgumentHelp("For which organisation it was signed.", valueName: "name"))
  var organisation: String?

  @Option(help: "How it stands to earlier ones of the same submitter.")
  var sequence: WrittenSubmission.SequenceKind?

  @Option(help: ArgumentHelp("Submission that it adds to, or none.", valueName: "reference|none"))
  var supplements: String?

  @Option(help: ArgumentHelp("Call that it answers, or none.", valueName: "slug|none"))
  var call: String?

  @Option(
    help: ArgumentHelp("Day on which it came.", valueName: "day"), transform: Day.argument)
  var receivedOn: Day?

  @Option(help: ArgumentHelp("Day that it bears, or none.", valueName: "day|none"))
  var datedOn: String?

  @OptionGroup var options: InquiryOptions

  func validate() throws {
    if let datedOn, datedOn != "none" { _ = try Day.argument(datedOn) }
    let isNothing =
      kind == nil && capacity == nil && organisation == nil && sequence == nil
      && supplements == nil && call == nil && receivedOn == nil && datedOn == nil
    guard !isNothing else { throw ValidationError("Say what to change; --help lists it.") }
  }

  func perform(on console: Console) async throws {
    let inquiry = try await options.client(console)
    let place = "submissions/\(Client.escaped(reference))"
    var edit = SubmissionEdit()
    edit.submitterKind = kind
    edit.sequenceKind = sequence
    edit.supplements = supplements.map { $0 == "none" ? nil : $0 }
    edit.call = call.map { $0 == "none" ? nil : $0 }
    edit.receivedOn = receivedOn
    edit.datedOn = datedOn.map { Day($0) }
    edit.submitter = submitter
    edit.capacity = capacity
    edit.organisation = organisation
    let tag = try await inquiry.get(place).etag
    let answer = try await inquiry.send("PATCH", place, edit, tag: tag)
    guard !options.json else { return console.show(json: answer.bytes) }
    let mended = try await inquiry.get(place).shape(SubmissionDetail.self)
    console.show { $0.lay(mended) }
  }
}
