import Conduct
import Hummingbird
import Inquiries

/// What a clerk says of an agenda in the query of a plan.
struct PlanQuery {
  let fileName: String
  let encoding: String?
  let isDryRun: Bool
  let said: AgendaRead.Said

  init(_ query: Parameters) throws {
    func value<Value>(
      _ name: Substring, _ wanted: String, _ read: (String) -> Value?
    ) throws -> Value? {
      guard let text = query[name].map(String.init) else { return nil }
      guard let value = read(text) else {
        throw ImportQuery.wrong(String(name), "must be \(wanted), not “\(text)”")
      }
      return value
    }
    fileName = try ImportQuery.fileName(query)
    encoding = query["encoding"].map(String.init)
    isDryRun = try value("dryRun", "true or false", Bool.init) ?? false
    var said = AgendaRead.Said()
    said.heldOn = try value("heldOn", "a day as YYYY-MM-DD") { Day($0) }
    said.startsAt = try value("startsAt", "a time as HH:MM") { text in
      text.wholeMatch(of: #/([01]?[0-9]|2[0-3]):[0-5][0-9]/#) == nil ? nil : text
    }
    said.place = try value("place", "up to 200 visible characters") { text in
      text.isVisible && text.count <= 200 ? text : nil
    }
    said.hearing = try value("hearing", "public or private", Hearing.init)
    for text in query.getAll("person") {
      let (name, choice) = try PlanQuery.choice(String(text))
      said.choices[name] = choice
    }
    for name in query.getAll("new") { said.choices[String(name)] = .new }
    self.said = said
  }

  /// `Jane Doe=17`.
  private static func choice(_ text: String) throws -> (String, GuestChoice) {
    guard let sign = text.lastIndex(of: "="), sign > text.startIndex,
      let id = Int64(text[text.index(after: sign)...])
    else {
      throw ImportQuery.wrong("person", "must be a name and a number such as Jane Doe=17")
    }
    return (String(text[..<sign]), .person(Identifier(id)))
  }
}
