import Inquiries
import Tagging
import Testing

@Suite struct EvidenceMatrixTests {
  private static func link(
    _ id: Int64, _ key: String, _ source: String, _ passage: Int64, _ stance: Stance = .supports,
    _ status: LinkStatus = .affirmed, isOfFinding: Bool = true
  ) -> EvidenceUse.Link {
    .init(
      id: Identifier(id), isOfFinding: isOfFinding, key: key, passage: Identifier(passage),
      source: source, sourceState: .published, stance: stance, status: status, version: 1)
  }

  private static let use: EvidenceUse = {
    var use = EvidenceUse()
    use.conclusions = [
      .init(isFinding: true, key: "a", number: 1, paragraph: 2),
      .init(isFinding: true, key: "b", number: 2, paragraph: 4),
      .init(isFinding: false, key: "a", number: 1, paragraph: 3),
    ]
    use.sources = ["OS1", "OS2", "S1"].map {
      .init(reference: $0, title: "T", kind: .transcript, state: .published, passageCount: 5)
    }
    use.groups = [
      .init(slug: "x", name: "X", sourceCount: 1), .init(slug: "y", name: "Y", sourceCount: 2),
    ]
    use.groupsOf = [Identifier(1): [0], Identifier(2): [0, 1]]
    use.links = [
      // Two quotes of one passage are one passage.
      link(1, "a", "OS1", 1), link(2, "a", "OS1", 1), link(3, "a", "OS2", 2, .contrasts),
      link(4, "a", "S1", 3, .context, .suggested), link(5, "a", "OS1", 1, isOfFinding: false),
    ]
    use.citations = [
      .init(paragraph: 0, passage: Identifier(1), source: "OS1"),
      .init(paragraph: 7, passage: Identifier(1), source: "OS1"),
      .init(paragraph: 7, passage: Identifier(4), source: "OS1"),
    ]
    return use
  }()

  private func words(_ matrix: EvidenceMatrix) -> [String] {
    matrix.cells.map { "\($0.row) \($0.column) \($0.inWords), \($0.sources) sources" }
  }

  @Test func `findings by group count passages and sources apart, those of no group too`() {
    let matrix = EvidenceMatrix(.findings, of: EvidenceMatrixTests.use)
    #expect(matrix.rows.map(\.key) == ["a", "b"])
    #expect(matrix.columns.map(\.label) == ["X", "Y", "No group"])
    #expect(
      words(matrix) == [
        "0 0 1 supports, 1 contrasts, 2 sources", "0 1 1 contrasts, 1 sources",
        "0 2 1 waiting, 0 sources",
      ])
  }

  @Test func `recommendations by source leave out sources that none is linked to`() {
    let matrix = EvidenceMatrix(.recommendations, of: EvidenceMatrixTests.use)
    #expect(matrix.columns.map(\.key) == ["OS1"])
    #expect(words(matrix) == ["0 0 1 supports, 1 sources"])
  }

  @Test func `sources by paragraph show sources that none cites`() {
    let matrix = EvidenceMatrix(.sources, of: EvidenceMatrixTests.use)
    #expect(matrix.rows.map(\.key) == ["OS1", "OS2", "S1"])
    #expect(matrix.columns.map(\.label) == ["Before paragraph 1", "Paragraph 7"])
    #expect(words(matrix) == ["0 0 1 cited, 1 sources", "0 1 2 cited, 1 sources"])
  }

  @Test func `coverage looks both ways`() {
    let coverage = EvidenceCoverage(of: EvidenceMatrixTests.use)
    #expect(coverage.conclusions.map(\.supports) == [2, 0, 1])
    #expect(coverage.conclusions.map(\.waiting) == [1, 0, 0])
    #expect(coverage.conclusions.map(\.sources) == [1, 0, 1])
    #expect(coverage.sources.map(\.citedCount) == [2, 0, 0])
    #expect(coverage.sources.map(\.linkedCount) == [1, 1, 0])
    #expect(coverage.sources.map(\.isUsed) == [true, true, false])
    #expect(coverage.groups.map(\.usedCount) == [2, 1])
  }

  @Test func `ten thousand links are counted at once`() {
    var use = EvidenceMatrixTests.use
    use.links = (0..<10_000).map {
      EvidenceMatrixTests.link(Int64($0), "a", "OS\($0 % 2 + 1)", Int64($0))
    }
    let start = ContinuousClock.now
    for kind in EvidenceMatrix.Kind.allCases { _ = EvidenceMatrix(kind, of: use) }
    _ = EvidenceCoverage(of: use)
    // A debug build on a busy machine; quadratic work takes minutes.
    #expect(ContinuousClock.now - start < .seconds(10))
  }
}
