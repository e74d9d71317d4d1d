import ArgumentParser
import Inquiries
import Wire

/// `inquiry person names`
struct FormerNamesCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "names",
    abstract: "List former names of a person that are guarded as the name itself is.",
    discussion: """
      Who is renamed may still be called by the old name. Where the person must not be named, no \
      former name is published either; words without a capital, such as “A care leaver”, are no \
      name. What never was theirs is set aside: inquiry person set-aside-name. Of who is protected \
      they stand in the register: inquiry person identity.
      Example: inquiry person names 12
      """)

  @Argument(help: "Number of the person.")
  var id: Int64

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let inquiry = try await options.client(console)
    let person = try await inquiry.person(id)
    let answer = try await inquiry.get("people/\(id)/former-names")
    try console.show(answer, as: ListShape<FormerName>.self, json: options.json) { list, page in
      page.table(
        [.number("Number"), "Former name"], list.items.map { ["\($0.id)", $0.name] },
        none: person.isProtected
          ? "Person \(id) is protected: `inquiry person identity \(id)` shows former names."
          : "“\(person.name)” has no former name that is guarded.")
    }
  }
}

/// `inquiry person set-aside-name`
struct SetAsideNameCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "set-aside-name",
    abstract: "Say that a former name was a mistake, so that it is not guarded.",
    discussion: "Example: inquiry person set-aside-name 12 3")

  @Argument(help: "Number of the person.")
  var id: Int64

  @Argument(help: "Number of the former name, as `inquiry person names` shows it.")
  var name: Int64

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let inquiry = try await options.client(console)
    let person = try await inquiry.person(id)
    let answer = try await inquiry.post(
      "people/\(id)/former-names/\(name)/mistake", revision: person.revision)
    try console.show(answer, as: Person.self, json: options.json) { person, page in
      page.text("Former name \(name) of “\(person.name)” is not guarded any longer.")
    }
  }
}
