public import Inquiries

/// The chain from recommendations to passages in words: what the picture shows.
public struct ChainText: Sendable {
  private let chain: EvidenceChain

  public init(_ chain: EvidenceChain) {
    self.chain = chain
  }

  /// A line, and how deep it stands.
  struct Line {
    let depth: Int
    let text: String

    init(depth: Int, text: String) {
      self.depth = depth
      self.text = ChainPicture.clean(text)
    }
  }

  /// The outline, two blanks a level.
  public var plain: String {
    lines.map { String(repeating: "  ", count: $0.depth) + $0.text + "\n" }.joined()
  }

  /// A page with the picture and the outline below it.
  public var page: [UInt8] {
    TracePage.bytes(title: ChainPicture.title) { html in
      html.sanitised(ChainPicture(chain).svg)
      html.literal("\n<h2>The same in words</h2>\n")
      var depth = -1
      for line in lines {
        while depth >= line.depth {
          html.literal(depth > line.depth ? "</li></ul>" : "</li>\n")
          if depth == line.depth { break }
          depth -= 1
        }
        if depth < line.depth { html.literal("\n<ul>") }
        depth = line.depth
        html.literal("<li>")
        html.text(line.text)
      }
      while depth >= 0 {
        html.literal("</li></ul>")
        depth -= 1
      }
      html.literal("\n")
    }
  }

  /// Findings, what they rest on, and under them what is recommended; each level
  /// is one deeper than that above it at most.
  var lines: [Line] {
    chain.parts.flatMap { part in
      let depth = part.finding == nil ? 0 : 1
      return
        (part.finding.map { finding in
          [Line(depth: 0, text: "\(finding.name): \(ChainText.words(finding.text))")]
            + evidence(finding.standingLinks, depth: 1)
        } ?? [])
        + part.recommendations.flatMap { recommendation in
          [
            Line(
              depth: depth,
              text: "\(recommendation.name): \(ChainText.words(recommendation.text))")
          ] + evidence(recommendation.standingLinks, depth: depth + 1)
        }
    }
  }

  private func evidence(_ links: [Link], depth: Int) -> [Line] {
    guard !links.isEmpty else { return [Line(depth: depth, text: "No evidence is linked.")] }
    return links.map { link in
      let quote = link.quote.map { ": “\($0)”" } ?? ""
      return Line(depth: depth, text: "\(link.stanceInWords): \(link.placeInWords)\(quote)")
    }
  }

  /// The first words of what a draft has, without citations.
  static func words(_ text: String?) -> String {
    guard let text else { return "no longer in the draft" }
    let plain = text.replacing(#/\s*\[[^\[\]]*@[^\[\]]*\]/#, with: "").split(
      whereSeparator: \.isWhitespace
    ).joined(separator: " ")
    return plain
  }
}

extension Link {
  /// `supports`; `suggested: supports` where it waits for a person.
  var stanceInWords: String {
    let word = stance == .context ? "gives context" : stance.rawValue
    if status == .affirmed {
      return sourceState.isStanding ? word : "\(word), source \(sourceState.inWords)"
    }
    return "\(status.rawValue): \(word)"
  }

  /// `Q2, Director A`.
  var placeInWords: String {
    [passage.locator ?? reference, passage.speaker].compactMap { $0 }.joined(separator: ", ")
  }
}

extension Finding {
  var name: String { number.map { "Finding \($0) (\(key))" } ?? "Finding “\(key)”" }
}

extension Recommendation {
  var name: String {
    number.map { "Recommendation \($0) (\(key))" } ?? "Recommendation “\(key)”"
  }
}
