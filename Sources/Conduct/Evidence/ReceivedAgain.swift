import Inquiries
import Records

/// What is given with a file that was received before, beside what is on record.
///
/// Nothing of it is taken: who sends the file once more may not know what was
/// mended since. It is told, each with how to change what stands.
struct ReceivedAgain {
  let said: SubmissionRead.Said
  /// Who was said to have signed; empty where the head of the paper says it.
  let signed: [NewSubmission.Submitter]
  let detail: SubmissionDetail
  let language: String?

  /// A sentence for each that differs.
  var remarks: [String] {
    facts + capacities + [confidentiality, consent, otherLanguage].compactMap { $0 }
  }

  private var known: WrittenSubmission { detail.submission }

  private var facts: [String] {
    let kind = said.kind ?? (said.areOrganisations == true ? .organisation : nil)
    return [
      differing("submitter", kind?.rawValue, known.submitterKind.rawValue, "--kind"),
      differing(
        "kind of submission", said.sequence?.rawValue, known.sequenceKind.rawValue, "--sequence"),
      differing("submission that it adds to", said.supplements, known.supplements, "--supplements"),
      differing("call", said.call, known.call, "--call"),
      differing(
        "day of receipt", said.receivedOn?.description, known.receivedOn.description,
        "--received-on"),
      differing(
        "day that it bears", said.datedOn?.description, known.datedOn?.description, "--dated-on"),
    ].compactMap { $0 }
  }

  /// What was given is such that `inquiry submission edit` takes it as it is printed.
  private func differing(
    _ what: String, _ given: String?, _ recorded: String?, _ option: String
  ) -> String? {
    guard let given, given != recorded else { return nil }
    return
      "The \(what) was given as \(given) and is on record as \(recorded ?? "none"); what was given "
      + "was not taken. To change it: `inquiry submission edit \(known.reference) \(option) "
      + "\(given)`."
  }

  /// In which capacity and for whom somebody signed, where that was given at all.
  private var capacities: [String] {
    signed.compactMap { given in
      let same = detail.contributions.map(\.witness).filter { $0.name == given.name }
      guard !given.capacity.isEmpty || !given.organisation.isEmpty, !same.isEmpty,
        !same.contains(where: {
          $0.capacity == given.capacity && $0.organisation == given.organisation
        })
      else { return nil }
      let whose = detail.contributions.count > 1 ? " --submitter …" : ""
      return
        "\(given.name) was given with another capacity or organisation than is on record; what was "
        + "given was not taken. To change it: `inquiry submission edit \(known.reference)\(whose) "
        + "--capacity … --organisation …`."
    }
  }

  /// The words themselves are confidential, and are not repeated.
  private var confidentiality: String? {
    guard let given = said.confidentiality, given != known.confidentialityAsked else { return nil }
    return
      "What the submitter asks to be kept back was given otherwise than is on record and was not "
      + "taken. Words are left out with `inquiry submission redact`; to have the request itself on "
      + "record, undo the import (`inquiry import undo \(known.reference)`) and receive the file "
      + "anew."
  }

  private var consent: String? {
    guard let given = said.consent else { return nil }
    let isRecorded = detail.contributions.allSatisfy {
      $0.consent == given.consent && $0.on == given.on && $0.uses == given.uses
        && $0.givenBy == given.givenBy && $0.wording == given.wording
        && $0.reviewOn == given.reviewOn
    }
    guard !isRecorded else { return nil }
    return
      "The consent was given otherwise than is on record and was not taken. To record it: `inquiry "
      + "consent record \(known.reference) --\(given.consent.rawValue) --on \(given.on) …`."
  }

  /// English is what is taken where nobody says a language, so it tells of nothing.
  private var otherLanguage: String? {
    guard let language, said.language != "en", said.language != language else { return nil }
    return
      "The language was given as \(said.language) and is on record as \(language); what was given "
      + "was not taken. To change it, undo the import (`inquiry import undo \(known.reference)`) "
      + "and receive the file anew."
  }
}
