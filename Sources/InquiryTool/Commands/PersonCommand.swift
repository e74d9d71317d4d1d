import ArgumentParser
import Inquiries
import Wire

/// `inquiry person`
struct PersonCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "person", abstract: "People on record, and the protection of their names.",
    subcommands: [
      ListPeopleCommand.self, RenamePersonCommand.self, ProtectPersonCommand.self,
      IdentityCommand.self, MergePeopleCommand.self, UnmergePeopleCommand.self,
      ListMergesCommand.self, FormerNamesCommand.self, SetAsideNameCommand.self,
    ])
}

struct ListPeopleCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the people on record with their numbers.",
    discussion: "Example: inquiry person list")

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let answer = try await options.client(console).get("people")
    try console.show(answer, as: ListShape<Person>.self, json: options.json) { list, page in
      page.table(
        [.number("Number"), "Printed name", "Protected"],
        list.items.map { ["\($0.id)", $0.name, $0.isProtected ? "yes" : ""] },
        none: "There is nobody on record yet.")
    }
  }
}

struct RenamePersonCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "rename", abstract: "Mend a printed name; every published place follows.",
    discussion: """
      --name-only leaves their capacity, organisation and group of witnesses out of what is \
      public too, in every inquiry: who asks that their name go can often be known by their post. \
      Their words stay, and staff see all of it as before. The old name is guarded as the new one \
      is where the person must not be named, because others may still say it; --mistake says that \
      it never was theirs, as a typing error.
      Example: inquiry person rename 12 "Dr Jane Smith"
      """)

  @Argument(help: "Number of the person.")
  var id: Int64

  @Argument(help: "The name to print.")
  var name: String

  @Flag(
    inversion: .prefixedNo,
    help: "Whether the public sees the name alone; as it was unless said.")
  var nameOnly: Bool?

  @Flag(help: "The old name never was theirs, and is not looked for.")
  var mistake = false

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let inquiry = try await options.client(console)
    let person = try await inquiry.person(id)
    let answer = try await inquiry.send(
      "PATCH", "people/\(id)", PersonRequest(name: name, nameOnly: nameOnly, mistake: mistake),
      revision: person.revision)
    try console.show(answer, as: RenamedShape.self, json: options.json) { renamed, page in
      let now = renamed.person
      page.text(
        "Person \(id) is printed as “\(now.name)”"
          + (now.name == person.name ? ", as before." : ", no longer “\(person.name)”."))
      if now.isNameOnly != person.isNameOnly {
        page.text(
          now.isNameOnly
            ? "The public sees the name alone from now on, without capacity, organisation and "
              + "group."
            : "The public sees capacity, organisation and group beside the name again.")
      }
      if !renamed.shownAs.isEmpty {
        page.text(
          "The public sees beside the name: \(renamed.shownAs.joined(separator: "; ")). "
            + "--name-only leaves that out.")
      }
    }
  }
}

struct ProtectPersonCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "protect",
    abstract: "Keep a real name in the identity register; the printed name is a pseudonym.",
    discussion: """
      The real name and further words that would give the person away are typed at a prompt, \
      never as arguments, which everyone on the machine can see. In a pipe the first line is the \
      name and each further line a term. Rename the person to the pseudonym first. A term stops \
      what an inquiry in which the person occurs would publish, and those that it follows or that \
      follow it, where it stands as whole words: “Ann” is found in “ANN’s” and “Ann-Marie”, not in \
      “annual”. Other inquiries are not stopped, so that nobody there learns who is protected here.
      Example: inquiry person protect 12
      """)

  @Argument(help: "Number of the person.")
  var id: Int64

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let inquiry = try await options.client(console)
    let person = try await inquiry.person(id)
    if console.isTyped { console.say("Person \(id) is printed as “\(person.name)”.") }
    let identity = try IdentityShape.asked(of: console)
    let answer = try await inquiry.send(
      "PUT", "people/\(id)/identity", identity, revision: person.revision)
    try console.show(answer, as: ProtectionShape.self, json: options.json) { protection, page in
      page.text(
        "Person \(protection.person.id) is protected and printed as “\(protection.person.name)”, "
          + "with \(Words.count(identity.terms.count, "further protected term")).")
      if !protection.publicPlaces.isEmpty {
        page.text(
          "Protected terms are PUBLIC already; correct or take down: "
            + protection.publicPlaces.joined(separator: "; ")
            + ". Former names count as well: `inquiry person identity \(id)` shows them, and "
            + "`inquiry person set-aside-name` sets aside what never was theirs.")
      }
    }
  }
}

extension IdentityShape {
  /// What is typed stays visible: a slip in a protected term would let the true
  /// word through to the public, and that is the greater harm.
  fileprivate static func asked(of console: Console) throws -> IdentityShape {
    guard let name = console.ask("Real name:"), !name.isEmpty else {
      throw Refusal(
        .invalid, "real_name_missing", "No real name was given; nothing was done.",
        field: "realName")
    }
    var terms: [String] = []
    while let term = console.ask("Further protected term (empty line ends):") {
      if !term.isEmpty { terms.append(term) } else if console.isTyped { break }
    }
    return IdentityShape(realName: name, terms: terms)
  }
}

struct IdentityCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "identity",
    abstract: "Read an entry of the identity register; the audit shows that you did.",
    discussion: "Example: inquiry person identity 12")

  @Argument(help: "Number of the person.")
  var id: Int64

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let answer = try await options.client(console).post("people/\(id)/identity/read")
    try console.show(answer, as: RegisterEntryShape.self, json: options.json) { identity, page in
      page.facts([
        ("Real name", identity.realName),
        ("Terms", identity.terms.isEmpty ? "none" : identity.terms.joined(separator: "\n")),
        (
          "Former names",
          identity.formerNames.isEmpty
            ? "none"
            : identity.formerNames.map { "\($0.name) (\($0.id))" }.joined(separator: "\n")
        ),
      ])
    }
    console.say("Confidential. The audit shows that you read it.")
  }
}

extension InquiryClient {
  func person(_ id: Int64) async throws -> Person {
    let people = try await list("people", of: Person.self)
    guard let person = people.first(where: { $0.id.value == id }) else {
      throw Refusal(
        .notFound, "person_not_found",
        "There is no person \(id) in this inquiry; `inquiry person list` shows who there is.")
    }
    return person
  }
}
