import Conduct
import Foundation
import HummingbirdTesting
import Inquiries
import Papers
import Records
import TestSupport
import Testing
import Wire

/// What has to stand beside a passage wherever a report cites it.
@Suite(.database) struct CitedBesideTests {
  private static let codebook = """
    question,wording,kind,column,value,code,label,meaning
    Q1,Is it harder?,single,q1,1,yes,Yes,
    ,,,,2,no,No,
    """
  private static let responses =
    "q1\n" + (0..<112).map { $0 % 4 == 0 ? "2\n" : "1\n" }.joined()
  private static let results = """
    question,wording,label,code,figure,base
    Q1,Has it grown?,Grown,grew,89 per cent,41
    Q1,Has it grown?,Fallen,fell,11 per cent,
    """
  private static let footnote = "The <figure> came out in [March]."
  private static let draft = """
    ---
    title: A report
    inquiry: example
    ---

    # Summary

    Help came late. [@Q1] So they say. [@Q1+1] Some find it harder. [@S1-Q1, answer yes]

    It grew [@S2-Q1, answer grew] and fell [@S2-Q1, answer fell], both ways. [@S2-Q1]

    They were asked themselves. [@S1]

    ::: {.finding #late-help}
    Help comes late.
    :::
    """

  private func upload(_ path: String, _ parts: [String], _ client: StaffClient) async throws {
    let taken = try await client.send(
      .post, "/api/v1/inquiries/example/surveys/import?\(path)", Array(parts.joined().utf8))
    #expect(taken.status == .created, "\(taken.text)")
  }

  private func prepare(_ world: World, _ client: StaffClient) async throws {
    try await world.publish(Sample.transcript())
    try await world.perform(AnnotatePassage("Q1+1", .footnote(Self.footnote)))
    try await upload(
      "fileName=r.csv&title=A&codebookLength=\(Self.codebook.utf8.count)",
      [Self.codebook, Self.responses], client)
    try await upload("fileName=p.csv&title=B", [Self.results], client)
    for reference in ["S1", "S2"] {
      try await world.perform(AcceptSources([reference], World.decided))
      try await world.perform(PublishSources([reference], World.decided))
    }
    try await world.push(Self.draft)
    for place in ["Q1+1", "S2-Q1, answer fell"] {
      try await world.perform(
        LinkEvidence(
          .finding("late-help"), to: place, stance: .supports, quote: nil, isAffirmed: true))
    }
  }

  private func expectBeside(_ text: String, _ form: String) {
    let words = form == "html" ? "The &lt;figure&gt; came out in [March]." : Self.footnote
    let plain = form == "md" ? text.replacing("\\", with: "") : text
    // Once beneath the paragraph that cites it twice.
    #expect(plain.components(separatedBy: "Footnote to Q1+1: \(words)").count == 2, "\(form)")
    for part in [
      "(footnote: \(words))", "A (S1), Q1, answer yes, base 112",
      "B (S2), Q1, answer grew, base 41", "B (S2), Q1, answer fell, base not published",
      "B (S2), Q1, bases 41 and not published",
      // The whole survey goes by its title.
      form == "html" ? ">A (S1)</a>" : "[A (S1)](<",
    ] {
      #expect(plain.contains(part), "\(form): \(part)")
    }
  }

  @Test func `a citation shows the footnote beneath its answer and the base of its figure`()
    async throws
  {
    let world = try await World.make()
    try await StaffClient.run(world) { client in
      try await prepare(world, client)
      let material = try await world.read { try ReportMaterial.read(as: $0, on: $1) }
      let document = try await material.build(with: ReportBuilder(converter: Converter()))
      expectBeside(String(decoding: ReportHTML.page(document), as: UTF8.self), "html")
      expectBeside(ReportMarkdown.text(document), "md")
      var json = JSONBytes()
      document.write(to: &json)
      let text = String(decoding: json.bytes, as: UTF8.self)
      #expect(text.contains(#""footnotes":["\#(Self.footnote)"]"#))

      try await world.publishReport()
      let reader = client.with(token: nil)
      expectBeside(try await reader.send(.get, "/inquiries/example/report").text, "html")
      let finding = try await reader.send(.get, "/inquiries/example/findings/1").text
      #expect(finding.contains("Footnote: The &lt;figure&gt; came out in [March]."))
      #expect(finding.contains("base not published"))
      let data = try await reader.send(.get, "/api/public/v1/inquiries/example/findings").text
      #expect(data.contains(#""footnotes":["\#(Self.footnote)"]"#))
    }
  }
}
