import Checks
import Inquiries
import Papers
import Postgres
import Records

/// Names of people who are not to be named, in what a report prints.
///
/// The public is kept from them once more when it is published; this tells the author
/// before.
struct NameGate {
  let version: Identifier<DraftVersion>
  let draft: Draft
  /// What is printed with it and stands in none of its blocks.
  let beside: [PublicWords]

  /// A remark for each place; none of them can be waived.
  func remarks(as viewpoint: Viewpoint, on connection: Connection) throws -> [Remark] {
    let said = PublicWords.of(draft) + beside
    let naming = try AnonymousWall.naming(said.map(\.text), as: viewpoint, on: connection)
    let told = naming.map { said[$0] }
    // Whom a citation names stands there as speaker, and is public as such.
    let blocks = try AnonymousWall.naming(
      inBlocks: draft.blocks.map { PlainWords.of($0.text) }, of: version, as: viewpoint,
      on: connection)
    let places = Set(told.map(\.at))
    let further = blocks.map { PublicWords.of(draft.blocks[$0]) }.filter { !places.contains($0.at) }
    return (told + further).map { words in
      Remark(
        code: .anonymousNamed, place: words.at,
        sentence: "\(words.place) would name somebody who is not to be named.",
        remedy: "Say it without the name.", subject: words.at.line == nil ? words.place : nil)
    }
  }
}
