import Inquiries
import Wire

extension PublicJSON {
  /// A session.
  ///
  /// - Parameter passages: Those of its records; `nil` where they are not told.
  func write(
    _ session: Session, passages: [PublishedPassage]?, in slug: String, to json: inout JSONBytes
  ) {
    let isPublished = !session.sources.isEmpty
    json.object { json in
      json.field("number", session.number)
      json.field("heldOn", session.heldOn)
      json.field("hearing", session.hearing.rawValue)
      json.field("members", session.members)
      json.field("panels", session.panels.map(PanelShape.init))
      json.name("records")
      json.array { json in
        for source in session.sources {
          let within = passages.map { $0.filter { $0.reference == source.reference } }
          write(source, passages: within, in: slug, to: &json)
        }
      }
      link(isPublished ? Address.session(slug, session.number) : nil, to: &json)
    }
  }

  private func write(
    _ source: Source, passages: [PublishedPassage]?, in slug: String, to json: inout JSONBytes
  ) {
    json.object { json in
      json.field("reference", source.reference)
      json.field("kind", source.kind.rawValue)
      json.field("title", source.title)
      json.field("isVerbatim", source.kind.isVerbatim)
      json.field("stage", source.stage.rawValue)
      json.field("agreedOn", source.agreedOn)
      json.field("publishedOn", source.publishedOn)
      json.field("questions", source.questions)
      guard let passages else { return }
      json.name("passages")
      write(passages, in: slug, to: &json)
    }
  }
}
