import ArgumentParser
import Inquiries
import Wire

/// `inquiry session members`
struct SetMembersCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "members",
    abstract: "Say which members were present at a sitting, and who was in the Chair.",
    discussion: """
      Who is not named stays. It goes for a sitting that is planned and for one that is published, \
      whose page follows at once; who is held to have said what stays as it is (`inquiry session \
      map-label`). Of two members of one name, --remove and --chair take the number.
      Example: inquiry session members OS3 --add "Eva Member" --remove "Dev Member" \
      --chair "Eva Member"
      """)

  @Argument(help: SittingArgument.help)
  var sitting: SittingHandle

  @Option(help: ArgumentHelp("A member who was present; may be repeated.", valueName: "name"))
  var add: [String] = []

  @Option(help: ArgumentHelp("A member who was not; may be repeated.", valueName: "name"))
  var remove: [String] = []

  @Option(help: ArgumentHelp("Who was in the Chair.", valueName: "name"))
  var chair: String?

  @Flag(help: "Nobody listed was in the Chair.")
  var noChair = false

  @Option(
    name: .customLong("person"),
    help: ArgumentHelp("Who is meant: \"Jane Doe=17\"; may be repeated.", valueName: "name=number"))
  var people: [String] = []

  @Option(
    name: .customLong("new"),
    help: ArgumentHelp("Somebody else than all who bear the name.", valueName: "name"))
  var new: [String] = []

  @OptionGroup var options: InquiryOptions

  func validate() throws {
    guard !add.isEmpty || !remove.isEmpty || chair != nil || noChair else {
      throw ValidationError("Say who is to be added, removed or in the Chair.")
    }
    guard chair == nil || !noChair else {
      throw ValidationError("Give one of --chair and --no-chair.")
    }
    let known = try people.map(SetMembersCommand.person).map(\.0)
    if let stray = (known + new).first(where: { !add.contains($0) }) {
      throw ValidationError(
        "“\(stray)” is not added; --person and --new say who is meant by --add.")
    }
  }

  func perform(on console: Console) async throws {
    let client = try await options.client(console)
    let seen = try await client.sitting(sitting)
    let request = MembersRequest(try listed(after: seen))
    let answer = try await client.send(
      "PUT", "sittings/\(sitting)/members", request, revision: seen.revision)
    try console.show(answer, as: Sitting.self, json: options.json) { sitting, page in
      page.text("Members of \(sitting.inWords):")
      page.table(
        [.number("Number"), "Member", ""],
        sitting.members.map { ["\($0.person)", $0.name, $0.isChair ? "in the Chair" : ""] },
        none: "Nobody is listed.")
    }
  }

  /// All members as they are to stand.
  private func listed(after seen: Sitting) throws -> [ListedMemberShape] {
    var standing = seen.members
    for name in remove {
      standing.remove(at: try SetMembersCommand.place(of: name, in: standing))
    }
    let numbers = try Dictionary(
      people.map(SetMembersCommand.person), uniquingKeysWith: { _, last in last })
    let isChairAdded = chair.map { add.contains($0) } ?? false
    let chairPlace =
      isChairAdded ? nil : try chair.map { try SetMembersCommand.place(of: $0, in: standing) }
    let stay = standing.enumerated().map { place, member in
      ListedMemberShape(
        name: member.name,
        isChair: chair != nil ? place == chairPlace : member.isChair && !noChair,
        person: member.person)
    }
    return stay
      + add.map { name in
        ListedMemberShape(
          name: name, isChair: isChairAdded && name == chair, person: numbers[name],
          isNew: new.contains(name))
      }
  }

  /// The one member who bears a name, or has a number.
  private static func place(of text: String, in members: [SittingMember]) throws -> Int {
    let found = members.indices.filter {
      members[$0].name == text || members[$0].person.description == text
    }
    guard found.count == 1 else {
      throw Refusal(
        .invalid, "member_not_found",
        found.isEmpty
          ? "“\(text)” is no member listed; `inquiry session show` lists them."
          : "\(found.count) members are called “\(text)”; say which by number ("
            + "\(found.map { members[$0].person.description }.joined(separator: ", "))).",
        field: "members")
    }
    return found[0]
  }

  /// `Jane Doe=17`.
  private static func person(_ text: String) throws -> (String, Identifier<Person>) {
    guard let sign = text.lastIndex(of: "="), sign > text.startIndex,
      let number = Int64(text[text.index(after: sign)...])
    else {
      throw ValidationError("--person takes a name and a number, such as \"Jane Doe=17\".")
    }
    return (String(text[..<sign]), Identifier(number))
  }
}
