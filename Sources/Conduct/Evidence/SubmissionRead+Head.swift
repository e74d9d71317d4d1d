import Inquiries
import Papers

/// Who submits where no clerk says it: the head of the paper does, and the receipt tells
/// how it was read.
extension SubmissionRead {
  var head: HeadSubmitters? {
    said.submitters.isEmpty ? paper.submitter.map { HeadSubmitters($0) } : nil
  }

  /// Who signed, as text: what the clerk says, else the head.
  var given: [String] {
    guard let head else { return said.submitters }
    // What a clerk calls one body is one, whatever its name looks like.
    let isBody = said.areOrganisations ?? (kind == .organisation)
    return switch head {
    case .one(let name): [name]
    case .joint(let people): isBody ? [paper.submitter].compactMap { $0 } : people
    case .body(let body, let contacts): isBody ? [body] : contacts
    case .proxy(let writers, let other): isBody ? [other] : writers
    }
  }

  /// Whether the head names somebody beside those who are taken to submit.
  var namesAnother: Bool {
    switch head {
    case .body, .proxy: true
    case .one, .joint, nil: false
    }
  }

  /// How the head was read, where it could be read otherwise.
  var headRemarks: [String] {
    let isBody = said.areOrganisations ?? (kind == .organisation)
    let otherwise =
      " To say otherwise, undo the import (`inquiry import undo`) and receive it with --submitter "
      + "for each who signs, and --organisation where that is a body; a dry run shows it first."
    let printed = "The head says “\(paper.submitter ?? "")”: "
    switch head {
    case .joint(let people) where !isBody:
      return [printed + "read as a joint one of \(people.joined(separator: "; "))." + otherwise]
    case .body(let body, let contacts):
      let writers = contacts.joined(separator: "; ")
      return [
        printed
          + (isBody
            ? "read as sent by the body “\(body)”, for which \(writers) "
              + "\(contacts.count == 1 ? "writes" : "write")."
            : "read as sent by \(writers), and not by “\(body)”.") + otherwise
      ]
    case .proxy(let writers, let other):
      return [
        printed
          + (isBody
            ? "read as sent by “\(other)”."
            : "read as sent by \(writers.joined(separator: "; ")) for “\(other)”.") + otherwise
      ]
    case .one, .joint, nil:
      let doubtful = isBody ? [] : given.filter(HeadSubmitters.mayBeSeveral)
      return doubtful.map {
        "“\($0)” was read as one person; it may be several, or a body." + otherwise
      }
    }
  }
}
