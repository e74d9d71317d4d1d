import Inquiries
import Records
import Wire

extension PublicJSON {
  func write(_ passages: [PublishedPassage], in slug: String, to json: inout JSONBytes) {
    json.array { json in
      for passage in passages { write(passage, in: slug, to: &json) }
    }
  }

  func write(
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
      json.field("outline", passage.outline?.description)
      json.field("page", passage.page)
      json.field("answer", passage.answer)
      json.field("panel", passage.panel)
      json.field("speaker", passage.speaker)
      json.field("isVerbatim", published.sourceKind.isVerbatim)
      json.field("version", passage.version)
      json.field("stage", passage.stage.rawValue)
      json.field("text", passage.text)
      json.name("citedBy")
      write(published.citedBy, of: [published], in: slug, to: &json)
      corrections(of: published, in: slug, to: &json)
      link(Address.passage(slug, passage), to: &json)
    }
  }

  /// What was corrected in its words, and what stands beneath them.
  private func corrections(
    of published: PublishedPassage, in slug: String, to json: inout JSONBytes
  ) {
    json.name("corrections")
    json.array { json in
      for correction in published.corrections where correction.kind.changesWords {
        json.object { json in
          json.field("kind", correction.kind.rawValue)
          json.field("on", correction.on)
          json.field("version", correction.version)
          json.field("isRemoval", correction.isRemoval)
          json.field("reason", correction.reason)
          link(published.earlier(of: correction, in: slug), as: "earlier", to: &json)
        }
      }
    }
    json.name("footnotes")
    json.array { json in
      for correction in published.corrections {
        guard let words = correction.footnote else { continue }
        json.object { json in
          json.field("text", words)
          json.field("on", correction.on)
        }
      }
    }
    json.name("supplements")
    json.array { json in
      for correction in published.corrections {
        guard let reference = correction.supplement else { continue }
        json.object { json in
          json.field("reference", reference)
          json.field("on", correction.on)
          link(Address.submission(slug, reference), to: &json)
        }
      }
    }
  }

  /// One version of a passage.
  func write(
    _ version: PublishedVersion, at place: PublishedVersion.Place, in slug: String,
    to json: inout JSONBytes
  ) {
    let number = version.passage.passage.version
    json.object { json in
      json.field("isCurrent", version.isCurrent)
      json.field("standing", version.standing.number)
      json.field("supersededOn", version.superseding?.on.description)
      json.field("correction", version.superseding?.kind.rawValue)
      json.name("passage")
      write(version.passage, in: slug, to: &json)
      link(place.address(in: slug, version: number), to: &json)
    }
  }

  /// Places of the report that rest on the words of passages.
  func write(
    _ places: [PublishedPassage.Citing], of passages: [PublishedPassage], in slug: String,
    to json: inout JSONBytes
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
          json.name("earlierWords")
          json.array { json in
            for words in passages.compactMap({ $0.earlierWords(for: place, in: slug) }) {
              json.object { json in
                json.field("locator", words.locator)
                json.field("version", words.version)
                link(words.address, to: &json)
              }
            }
          }
          link(place.address(in: slug), to: &json)
        }
      }
    }
  }
}

/// Words from before a correction, on which a place of the report rests.
struct EarlierWords {
  let locator: String
  let version: Int
  let address: String

  var inWords: String { "version \(version) of \(locator)" }
}

extension PublishedPassage {
  /// The words on which a place of the report rests, where they are none of those that
  /// stand.
  func earlierWords(for place: Citing, in slug: String) -> EarlierWords? {
    guard let version = citedEarlier[place], let locator = passage.locator,
      let address = PublishedVersion.Place(passage)?.address(in: slug, version: version)
    else { return nil }
    return EarlierWords(locator: locator, version: version, address: address)
  }

  /// The address of the words before a correction; `nil` where they had to go, or
  /// where nobody can cite them.
  func earlier(of correction: Correction, in slug: String) -> String? {
    guard let version = correction.version,
      !corrections.contains(where: { $0.isRemoval && ($0.version ?? 0) >= version })
    else { return nil }
    return PublishedVersion.Place(passage)?.address(in: slug, version: version - 1)
  }
}
