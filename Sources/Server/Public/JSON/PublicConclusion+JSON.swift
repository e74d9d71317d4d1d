import Inquiries
import Wire

extension PublicJSON {
  /// A finding or recommendation with the words it rests on.
  func write(
    _ conclusion: ReportConclusion, _ conclusions: PublishedConclusions, in slug: String,
    to json: inout JSONBytes
  ) {
    let blocks = conclusions.document.blocks
    let markdown =
      blocks.indices.contains(conclusion.block) ? blocks[conclusion.block].markdown : ""
    json.object { json in
      json.field("number", conclusion.number)
      json.field("key", conclusion.key)
      json.field("markdown", markdown)
      json.field("html", conclusions.words(of: conclusion))
      json.field("paragraph", conclusion.paragraphNumber)
      if conclusion.kind == .recommendation {
        json.field("addressees", texts: conclusion.addressees)
        json.field("finding", conclusion.findingNumber)
        json.field("limbs", conclusion.limbs)
        json.name("lineage")
        json.array { json in
          for earlier in conclusion.lineage {
            earlier.write(to: &json, at: earlier.href.map { publicURL + $0 })
          }
        }
      }
      json.name("evidence")
      json.array { json in
        for evidence in conclusions.evidence(of: conclusion) {
          write(evidence, in: slug, to: &json)
        }
      }
      link(conclusion.address(in: slug), to: &json)
    }
  }

  private func write(
    _ evidence: PublishedConclusions.Evidence, in slug: String, to json: inout JSONBytes
  ) {
    let words = evidence.link.words
    json.object { json in
      json.field("stance", evidence.link.stance.rawValue)
      json.field("limb", evidence.link.limb)
      json.field("citation", evidence.printed)
      json.field("source", words.reference)
      json.field("locator", words.passage.locator)
      json.field("speaker", words.passage.speaker)
      json.field("quote", evidence.link.quote)
      json.field("isVerbatim", words.sourceKind.isVerbatim)
      json.field("footnotes", texts: evidence.footnotes)
      json.field("version", words.passage.version)
      json.field("isSuperseded", words.isSuperseded)
      json.field("stage", words.passage.stage.rawValue)
      link(words.address(in: slug), to: &json)
    }
  }
}
