import Inquiries
import Wire

extension PublicJSON {
  func write(_ passages: [PublishedPassage], in slug: String, to json: inout JSONBytes) {
    json.array { json in
      for passage in passages { write(passage, in: slug, to: &json) }
    }
  }

  private func write(
    _ published: PublishedPassage, in slug: String, to json: inout JSONBytes
  ) {
    let passage = published.passage
    json.object { json in
      json.field("source", published.reference)
      json.field("session", passage.sessionNumber)
      json.field("ordinal", passage.ordinal)
      json.field("kind", passage.kind.rawValue)
      json.field("locator", passage.locator)
      json.field("question", passage.question)
      json.field("offset", passage.offset)
      json.field("point", passage.point)
      json.field("page", passage.page)
      json.field("answer", passage.answer)
      json.field("panel", passage.panel)
      json.field("speaker", passage.speaker)
      json.field("isVerbatim", published.sourceKind.isVerbatim)
      json.field("version", passage.version)
      json.field("stage", passage.stage.rawValue)
      json.field("text", passage.text)
      json.name("citedBy")
      write(published.citedBy, in: slug, to: &json)
      link(Address.passage(slug, passage), to: &json)
    }
  }

  /// Places of the report that rest on words.
  func write(
    _ places: [PublishedPassage.Citing], in slug: String, to json: inout JSONBytes
  ) {
    json.array { json in
      for place in places {
        json.object { json in
          switch place {
          case .recommendation(let number):
            json.field("kind", "recommendation")
            json.field("number", number)
          case .finding(let number):
            json.field("kind", "finding")
            json.field("number", number)
          case .paragraph(let number):
            json.field("kind", "paragraph")
            json.field("number", number)
          }
          link(place.address(in: slug), to: &json)
        }
      }
    }
  }
}
