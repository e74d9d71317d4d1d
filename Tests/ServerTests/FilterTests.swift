import Conduct
import Records
import TestSupport
import Testing

/// Listings of staff that are asked for by the name of something.
@Suite(.database) struct FilterTests {
  @Test(arguments: [
    ("asks?group=nobody", "group_not_found", "there are: directors."),
    ("links?source=OS9", "source_not_found", "there are: OS1."),
    ("links?finding=x", "finding_not_found", "there are: late-help."),
    ("links?recommendation=earlier-help&limb=7", "limb_not_found", "limb 7"),
    ("conflicts?recommendation=x", "recommendation_not_found", "there are: earlier-help."),
    ("conflicts?proposition=x", "proposition_not_found", "there is none yet"),
    ("chain?finding=x", "finding_not_found", "there are: late-help."),
    ("applied-tags?tag=x", "tag_not_found", "inquiry tag list"),
    ("applied-tags?tagger=Nobody", "staff_user_not_found", "there is none yet"),
    ("applied-tags?reference=OS9", "source_not_found", "there are: OS1."),
    ("codebook/agreement?first=A&second=B", "staff_user_not_found", "“A”"),
    ("codebook/export?format=qdpx&source=OS9", "source_not_found", "there are: OS1."),
    ("memos?tag=x", "tag_not_found", "inquiry tag list"),
    ("submissions?call=x", "call_not_found", "there is none yet"),
    ("submissions?campaign=x", "campaign_not_found", "there is none yet"),
  ])
  func `a name that is not there is refused with what is there`(
    path: String, code: String, words: String
  ) async throws {
    let world = try await World.make()
    try await world.publish(Sample.transcript())
    try await world.push(Sample.draft())
    try await world.perform(
      GroupWitnesses(WitnessGroup(slug: "directors", name: "Directors"), ["Ann Witness"]))
    try await StaffClient.run(world) { client in
      let answer = try await client.get(path)
      #expect(answer.status == .notFound)
      #expect(answer.code == code)
      #expect(answer.text.contains(words), "\(answer.text)")
      // The same listing of what is there, or of all, is no fault.
      #expect(try await client.get("asks?group=directors").status == .ok)
      #expect(try await client.get("links?source=OS1&finding=1").status == .ok)
    }
  }
}
