import Inquiries
import Papers

extension PassageHTML {
  /// What stands beneath a passage: its footnotes, the submissions that add to
  /// it, and when its words were corrected.
  static func corrections(
    of published: PublishedPassage, to html: inout HTMLBytes, in slug: String
  ) {
    var number = 0
    for correction in published.corrections {
      if let words = correction.footnote {
        number += 1
        html.literal("<p class=\"footnote\" role=\"note\" id=\"")
        html.attribute("\(published.passage.anchor)-note-\(number)")
        html.literal("\"><span class=\"hidden\">Footnote </span>")
        html.number(number)
        html.literal(". ")
        html.text(words)
        html.literal("</p>\n")
      } else if let reference = correction.supplement {
        html.literal("<p class=\"footnote\">Supplementary evidence: <a href=\"")
        html.attribute(Address.submission(slug, reference))
        html.literal("\">")
        html.text(reference)
        html.literal("</a></p>\n")
      } else {
        corrected(correction, of: published, to: &html, in: slug)
      }
    }
  }

  private static func corrected(
    _ correction: Correction, of published: PublishedPassage, to html: inout HTMLBytes,
    in slug: String
  ) {
    html.literal("<p class=\"corrected\">")
    html.text(correction.isRemoval ? "Words were removed on " : "Corrected on ")
    html.time(correction.on)
    html.text(" (\(correction.isRemoval ? correction.reason ?? "" : correction.kind.inWords))")
    if let earlier = published.earlier(of: correction, in: slug), let version = correction.version {
      html.literal("; <a href=\"")
      html.attribute(earlier)
      html.literal("\">version ")
      html.number(version - 1)
      html.literal(" as it stood before</a>")
    }
    html.literal("</p>\n")
  }
}
