import Postgres

/// What stands before a name and is no title alone.
extension AnonymousWall {
  /// What people are addressed by and is a word as well, so that it counts with a capital
  /// alone: “my brother Young” is nobody's surname, nor “the judge will” that of a Mr Will.
  static let callings = [
    "Sister", "Brother", "Nurse", "Master", "Father", "Judge", "Justice", "PC", "Baron", "Captain",
    "Sergeant", "Constable", "Inspector",
  ]

  /// A name without the titles before it.
  static func untitled(_ name: SQL) -> SQL {
    // Of “Judge Young” the surname alone would be a word.
    "regexp_replace(\(seen(name)), \("^(\(title)[.]? +|\(calling) +(?=\\S+ +\\S))+"), '')"
  }

  private static let calling = "(\(callings.joined(separator: "|")))"

  /// The pattern of a name of the kind `surname` where it is written as it is or in capitals
  /// and one of the ``callings`` stands before it.
  static func behindCalling(_ name: SQL) -> SQL {
    let either = "(\((callings + callings.map { $0.uppercased() }).joined(separator: "|")))"
    return """
      (\(" \(either)( [[:upper:]])*(")::text || \(name) || '|' || upper(\(name)) || ')')
      """
  }
}
