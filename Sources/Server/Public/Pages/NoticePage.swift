import HTTPTypes

/// A page that says why there is nothing to show, and what to do.
struct NoticePage: TemplatePage {
  static let template = "notice"

  let frame: Frame
  let heading: String
  let advice: String

  init(_ notice: Notice, _ drawing: PublicDrawing) {
    frame = drawing.frame(notice.heading)
    heading = notice.heading
    advice = notice.advice
  }
}

/// What can keep an answer from being given, on pages and as data alike.
///
/// Nothing here depends on what was asked for: an address that never was public
/// is answered like one that cannot be.
enum Notice: CaseIterable {
  case notFound, methodNotAllowed, unavailable, fault

  var status: HTTPResponse.Status {
    switch self {
    case .notFound: .notFound
    case .methodNotAllowed: .methodNotAllowed
    case .unavailable: .serviceUnavailable
    case .fault: .internalServerError
    }
  }

  var code: String {
    switch self {
    case .notFound: "not_found"
    case .methodNotAllowed: "method_not_allowed"
    case .unavailable: "database_busy"
    case .fault: "fault"
    }
  }

  var heading: String {
    switch self {
    case .notFound: "Page not found"
    case .methodNotAllowed: "This can only be read"
    case .unavailable: "Not available for the moment"
    case .fault: "Something went wrong"
    }
  }

  /// One or two plain sentences, on the page and in the problem's detail.
  var advice: String {
    switch self {
    case .notFound:
      "There is nothing public at this address. Look whether it was typed in full, or start from the list of inquiries."
    case .methodNotAllowed: "Addresses of the public site take GET and HEAD."
    case .unavailable:
      "The record does not answer just now. Nothing is lost; try again in a few seconds."
    case .fault: "The fault is ours and was logged. Try again later."
    }
  }
}
