import Inquiries
import Papers
import Records

/// What the header of a corrected file says otherwise than the record does. A correction
/// is of words; this is told, and changed by acts of its own.
struct HeaderDifference {
  let read: RecordRead
  let session: Session
  let reference: String
  /// Of the file before, as far as it can be read again.
  let earlier: TranscriptHeader?

  /// Each with how to change it.
  var sentences: [String] {
    [hearing, titles, members, witnesses].compactMap { $0 } + capacities
  }

  /// How what an import made of its header is changed.
  private var anew: String {
    "undo the import and take the file in anew, as long as nothing of it is published or cited "
      + "(`inquiry import undo \(reference)`)"
  }

  private var hearing: String? {
    guard let said = read.header.hearing, said != session.hearing else { return nil }
    return
      "The file says that it was heard in \(said.rawValue); the record has session "
      + "\(session.number) as heard in \(session.hearing.rawValue), and that stays. To change it, "
      + "\(anew); parts that were private are told with `inquiry session privacy \(reference)`."
  }

  /// Of title, paper number and number of the session the record keeps the file alone.
  private var titles: String? {
    guard let earlier else { return nil }
    let header = read.header
    let pairs = [
      ("title", earlier.title, header.title),
      ("paper number", earlier.paperNumber, header.paperNumber),
      (
        "number of the evidence session", earlier.evidenceSessionNumber.map(String.init),
        header.evidenceSessionNumber.map(String.init)
      ),
      ("committee", earlier.committeeName, header.committeeName),
    ]
    let told = pairs.compactMap { what, before, now -> String? in
      guard let before, let now, !HeaderDifference.areSame(before, now) else { return nil }
      return "\(what), “\(before)” before and “\(now)” now"
    }
    guard !told.isEmpty else { return nil }
    return
      "The header prints another \(told.joined(separator: "; another ")). The record holds none of "
      + "them: it is cited as \(reference) of session \(session.number), under the title of the "
      + "inquiry (`inquiry edit`)."
  }

  private var members: String? {
    guard !read.members.isEmpty else { return nil }
    func printed(_ name: String, _ isChair: Bool) -> String {
      isChair ? "\(name) (in the Chair)" : name
    }
    return lists(
      "members", file: read.members.map { printed($0.name, $0.isChair) },
      record: session.members.map { printed($0.name, $0.isChair) },
      remedy:
        "say who was present (`inquiry session members OS\(session.number)` with --add, --remove and "
        + "--chair)")
  }

  private var witnesses: String? {
    guard !read.panels.isEmpty else { return nil }
    return lists(
      "witnesses", file: read.panels.flatMap { $0.witnesses.map(\.name) },
      record: session.panels.joined().map(\.name),
      remedy:
        "replace a witness or take one off (`inquiry session replace OS\(session.number)`), or "
        + anew)
  }

  private func lists(
    _ what: String, file: [String], record: [String], remedy: String
  ) -> String? {
    func without(_ names: [String], _ others: [String]) -> String? {
      let left = names.filter { name in
        !others.contains { HeaderDifference.areSame($0, name) }
      }
      return left.isEmpty ? nil : left.joined(separator: ", ")
    }
    let told = [
      without(file, record).map { "the file lists \($0), the record does not" },
      without(record, file).map { "the record lists \($0), the file does not" },
    ].compactMap { $0 }
    guard !told.isEmpty else { return nil }
    return
      "The \(what) differ: \(told.joined(separator: "; ")). The record stays as it is. A name that "
      + "is printed otherwise is mended with `inquiry person rename`; to change the list, \(remedy)."
  }

  /// Witnesses whom the file gives another role or organisation.
  private var capacities: [String] {
    read.panels.flatMap(\.witnesses).compactMap { listed in
      let same = session.panels.joined().filter {
        HeaderDifference.areSame($0.name, listed.name)
      }
      let said = listed.capacity
      guard let held = same.first, same.count == 1, !said.isEmpty,
        !HeaderDifference.areSame(said, [held.capacity, held.organisation].joined())
      else { return nil }
      return
        "\(held.name) is “\(said)” in the file and “\(held.withoutName)” in the record, and that "
        + "stays; `inquiry session replace OS\(session.number) \"\(held.name)\" --by "
        + "\"\(held.name)\"` with --capacity and --organisation changes it, as long as nothing of "
        + "theirs is published or cited."
    }
  }

  /// Whether two texts are the same but for blanks, capitals and commas.
  private static func areSame(_ one: String, _ other: String) -> Bool {
    func bare(_ text: String) -> String {
      text.lowercased().filter { $0.isLetter || $0.isNumber }
    }
    return bare(one) == bare(other)
  }
}

extension WitnessListed {
  fileprivate var capacity: String {
    [role, organisation].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

extension Witness {
  fileprivate var withoutName: String {
    words.isEmpty ? "nothing" : words
  }
}

extension Original {
  /// The header of a transcript; `nil` where its file cannot be read any more, or needs
  /// another program to be read.
  var transcriptHeader: TranscriptHeader? {
    (try? PaperReader.read(bytes, fileName: fileName, encoding: nil)).flatMap {
      try? TranscriptReader.read($0, fileName: fileName).header
    }
  }
}
