import Inquiries
import Papers

extension [Contribution] {
  /// Those of a witness by printed name; in a source where nobody bears it as it was typed,
  /// of whom it is the name all the same: “Peter O'Dowd” for “Peter O’Dowd”.
  func made(by witness: String?) -> [Contribution] {
    guard let witness else { return self }
    let exact = Set(filter { $0.witness.name == witness }.map(\.reference))
    let key = NameKey.of(witness)
    return filter {
      $0.witness.name == witness
        || !exact.contains($0.reference) && NameKey.of($0.witness.name) == key
    }
  }
}
