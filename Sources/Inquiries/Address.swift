/// Where things stand on the public site. One type makes route and link;
/// addresses are made of slugs and issued numbers, never of internal ids.
public enum Address {
  /// The inquiry's own page.
  public static func inquiry(_ slug: String) -> String {
    "/inquiries/\(slug)"
  }

  /// Every session, and who was heard.
  public static func sessions(_ slug: String) -> String {
    "\(inquiry(slug))/sessions"
  }

  /// The record of one session.
  public static func session(_ slug: String, _ number: Int) -> String {
    "\(sessions(slug))/\(number)"
  }

  /// One numbered question and what was said until the next.
  public static func question(_ slug: String, _ number: Int) -> String {
    "\(inquiry(slug))/questions/\(number)"
  }

  /// Every published submission.
  public static func submissions(_ slug: String) -> String {
    "\(inquiry(slug))/submissions"
  }

  /// The words of one submission.
  public static func submission(_ slug: String, _ reference: String) -> String {
    "\(submissions(slug))/\(reference)"
  }

  /// Every published document.
  public static func documents(_ slug: String) -> String {
    "\(inquiry(slug))/documents"
  }

  /// Every published survey.
  public static func surveys(_ slug: String) -> String {
    "\(inquiry(slug))/surveys"
  }

  /// What was not heard at a session, by its reference: a submission, a document
  /// or a survey.
  public static func written(_ slug: String, _ reference: String) -> String {
    switch SourceKind(reference: reference) {
    case .document: "\(documents(slug))/\(reference)"
    case .survey: "\(surveys(slug))/\(reference)"
    default: submission(slug, reference)
    }
  }

  /// Every call for evidence.
  public static func calls(_ slug: String) -> String {
    "\(inquiry(slug))/calls"
  }

  public static func call(_ slug: String, _ call: String) -> String {
    "\(calls(slug))/\(call)"
  }

  /// All published evidence, of every kind.
  public static func evidence(_ slug: String) -> String {
    "\(inquiry(slug))/evidence"
  }

  /// What a source's own page is.
  public static func source(_ slug: String, _ source: Source) -> String {
    source.sessionNumber.map { session(slug, $0) } ?? written(slug, source.reference)
  }

  public static func findings(_ slug: String) -> String {
    "\(inquiry(slug))/findings"
  }

  public static func finding(_ slug: String, _ number: Int) -> String {
    "\(findings(slug))/\(number)"
  }

  public static func recommendations(_ slug: String) -> String {
    "\(inquiry(slug))/recommendations"
  }

  public static func recommendation(_ slug: String, _ number: Int) -> String {
    "\(recommendations(slug))/\(number)"
  }

  public static func report(_ slug: String) -> String {
    "\(inquiry(slug))/report"
  }

  public static func paragraph(_ slug: String, _ number: Int) -> String {
    "\(report(slug))#para-\(number)"
  }

  /// One passage: on its question's page, or at its place on that of its source.
  public static func passage(_ slug: String, _ passage: Passage) -> String {
    guard let session = passage.sessionNumber else {
      return "\(written(slug, passage.reference))#\(passage.anchor)"
    }
    guard let question = passage.question, question > 0, let offset = passage.offset else {
      return "\(self.session(slug, session))#\(passage.anchor)"
    }
    let page = self.question(slug, question)
    return offset == 0 ? page : "\(page)#\(passage.anchor)"
  }

  /// What a locator names.
  ///
  /// - Parameter session: The session it lies in, where the locator does not
  ///   say; `nil` for what was not heard at one.
  public static func place(_ slug: String, _ locator: Locator, session: Int?) -> String {
    switch locator {
    case .questions(let range, _, _) where range.count == 1:
      question(slug, range.lowerBound)
    case .questions(let range, let named, _):
      "\(self.session(slug, named ?? session ?? 0))#q\(range.lowerBound)"
    case .turn(let named, 0, let offset):
      "\(self.session(slug, named ?? session ?? 0))#q0-\(offset)"
    case .turn(_, let number, 0): question(slug, number)
    case .turn(_, let number, let offset):
      "\(question(slug, number))#q\(number)-\(offset)"
    case .points(let number, let range, _):
      "\(self.session(slug, number))#point-\(range.lowerBound)"
    case .session(let number, _): self.session(slug, number)
    case .whole(let reference): written(slug, reference)
    case .paragraphs(let reference, let range):
      "\(written(slug, reference))#para-\(range.lowerBound)"
    case .pages(let reference, let range):
      "\(written(slug, reference))#page-\(range.lowerBound)"
    case .answers(let survey, let question, let option):
      "\(written(slug, survey))#"
        + (option.map { AnswerPlace(question: question, option: $0).anchor }
          ?? AnswerPlace.anchor(ofQuestion: question))
    }
  }
}
