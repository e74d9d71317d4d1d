/// What an agenda says, with everybody on it looked up.
public struct SittingPlan: Hashable, Sendable {
  /// Who somebody on an agenda is.
  public enum Standing: String, CaseIterable, Sendable {
    /// One person of that name occurs in the inquiry in the same way.
    case known
    /// Nobody of that name occurs in it.
    case new
    /// One or several bear the name, and it is not sure that one of them is
    /// meant: a clerk must say.
    case namesake
  }

  /// Somebody on record who bears the name.
  public struct Candidate: Hashable, Sendable {
    public let person: Identifier<Person>
    public let name: String
    /// Where they occur, such as `OS2, as a member`.
    public let places: [String]

    public init(person: Identifier<Person>, name: String, places: [String]) {
      self.person = person
      self.name = name
      self.places = places
    }

    /// `17 (Dr Jane Doe): OS4, as a member; OS5, as a member; and 3 more`: the latest two
    /// places, and the name where it is spelt otherwise.
    public func inWords(for guest: String) -> String {
      let latest = places.suffix(2) + (places.count > 2 ? ["and \(places.count - 2) more"] : [])
      return "\(person)\(name == guest ? "" : " (\(name))"): \(latest.joined(separator: "; "))"
    }
  }

  /// Somebody on the agenda.
  public struct Guest: Hashable, Sendable {
    public let name: String
    public let isMember: Bool
    public let standing: Standing
    /// Who it is; `nil` of somebody new in a dry run, and of a namesake.
    public let person: Identifier<Person>?
    public let candidates: [Candidate]

    public init(
      name: String, isMember: Bool, standing: Standing, person: Identifier<Person>?,
      candidates: [Candidate]
    ) {
      self.name = name
      self.isMember = isMember
      self.standing = standing
      self.person = person
      self.candidates = candidates
    }
  }

  /// The sitting that was planned, or would be; `nil` while namesakes stand open.
  public let sitting: Sitting?
  public let title: String?
  public let guests: [Guest]
  public let unplaced: [UnplacedLine]
  public let remarks: [String]

  public init(
    sitting: Sitting?, title: String?, guests: [Guest], unplaced: [UnplacedLine],
    remarks: [String]
  ) {
    self.sitting = sitting
    self.title = title
    self.guests = guests
    self.unplaced = unplaced
    self.remarks = remarks
  }
}
