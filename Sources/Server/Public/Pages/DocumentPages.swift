import Inquiries

/// Every published document of an inquiry.
struct DocumentsPage: TemplatePage {
  static let template = "documents"

  struct Listed {
    let entry: String
    let entryReference: String
    let entryAddress: String
    let entryKind: String
    let entryAuthor: String
  }

  let frame: Frame
  let documents: [Listed]

  init(_ documents: [Document], of inquiry: PublishedInquiry, _ drawing: PublicDrawing) {
    frame = drawing.frame("Documents", .documents(inquiry.slug), of: inquiry, part: .documents)
    self.documents = documents.map { document in
      Listed(
        entry: document.facts.title, entryReference: document.reference,
        entryAddress: Address.written(inquiry.slug, document.reference),
        entryKind: document.facts.kind.title, entryAuthor: document.facts.author)
    }
  }
}

/// The words of one document, each page and paragraph at its anchor; of one that
/// is only referred to, where to find it.
struct DocumentPage: TemplatePage {
  static let template = "document"

  let frame: Frame
  let heading: String
  let reference: String
  let kind: String
  let author: String
  let year: String?
  let address: String?
  let fullReference: String
  let language: String
  let isExternal: Bool
  let pageCount: Int?
  let publishedOn: ShownDay?
  let html: DrawnBytes
  let isCited: Bool
  let uses: [UsePlace]
  let earlierUses: [EarlierUse]

  init(
    _ document: Document, _ passages: [PublishedPassage], of inquiry: PublishedInquiry,
    _ drawing: PublicDrawing
  ) {
    let facts = document.facts
    frame = drawing.frame(
      document.reference, .document(inquiry.slug, document.reference), of: inquiry,
      part: .documents)
    heading = facts.title
    reference = document.reference
    kind = facts.kind.title
    author = facts.author
    year = facts.datedOn?.inWords ?? facts.year.map { "\($0)" }
    address = facts.address
    fullReference = facts.fullReference
    language = facts.language
    isExternal = document.isExternal
    pageCount = document.pageCount
    publishedOn = document.publishedOn.map(ShownDay.init)
    var page = 0
    html = PassageHTML.text(
      of: passages, in: inquiry.slug, PassageHTML.Manner(questionLevel: nil, stage: .corrected)
    ) { index, html in
      // A page on which no paragraph begins has its anchor before the next one.
      while let begun = passages[index].passage.page, page < begun {
        page += 1
        html.literal("<p class=\"days\" id=\"page-")
        html.number(page)
        html.literal("\">Page ")
        html.number(page)
        html.literal("</p>\n")
      }
    }
    uses = passages.usePlaces(in: inquiry.slug)
    earlierUses = passages.earlierUses(in: inquiry.slug)
    isCited = !uses.isEmpty
  }
}
