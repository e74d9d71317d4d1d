import Conduct
import Inquiries
import Papers
import Wire

extension TagRoutes {
  static var operations: [Operation] {
    (tags + applied + memos).tagged("Codebook")
  }

  private static let at = Operation.inquiry

  private static var tags: [Operation] {
    [
      .get(
        at + "tags", "listTags", "The tags, each under its wider one, with what they are on.",
        answers: ListShape<Tag>.self),
      .act(
        .post, at + "tags", "addTag", "Adds a tag to the codebook.", AddTag.self,
        takes: .shape(TagRequest.self), answers: Tag.self
      ).answering(201),
      .get(
        at + "tags/{tag}", "readTag",
        "One tag, by its key or name; one that was merged answers with its successor.",
        answers: Tag.self),
      .get(
        at + "tags/{tag}/versions", "listTagVersions", "What a tag meant from the first on.",
        answers: ListShape<TagVersion>.self),
      .act(
        .patch, at + "tags/{tag}", "editTag",
        "Renames, redefines, moves or retires a tag; what is left out stays.", EditTag.self,
        takes: .shape(TagRequest.self), answers: Tag.self
      ).revised,
      .act(
        .post, at + "tags/{tag}/merge", "mergeTag",
        "Merges a tag into another one, which answers for it from then on.", MergeTag.self,
        takes: .shape(MergeTagRequest.self), answers: MergedTagShape.self
      ).revised,
    ]
  }

  private static var applied: [Operation] {
    [
      .act(
        .post, at + "tags/{tag}/apply", "applyTag",
        "Puts a tag on passages, or on words of one, under your name.", ApplyTag.self,
        takes: .shape(ApplyTagRequest.self), answers: CountShape.self
      ).answering(201).refusing(412),
      .get(
        at + "applied-tags", "listAppliedTags", "The tags that people put on passages.",
        query: [
          .query("tag", .text(), "Key or name of a tag."),
          .query("tagger", .text(), "Name of who put it on."),
          .query("reference", .text(), "Reference of a source."),
          .query("suspect", .flag, "true for those whose words changed, to be looked at again."),
        ] + page, answers: ListShape<AppliedTag>.self),
      .act(
        .post, at + "applied-tags/{id}/affirm", "affirmAppliedTag",
        "Puts a tag on the words as they stand now, or on others of its passage.",
        AffirmAppliedTag.self, takes: .shape(AffirmTagRequest.self), answers: AppliedTag.self
      ).revised,
      .act(
        .post, at + "applied-tags/{id}/remove", "removeAppliedTag",
        "Takes a tag off; it stays on record.", RemoveAppliedTag.self, answers: AppliedTag.self
      ).revised,
    ]
  }

  private static var memos: [Operation] {
    [
      .get(
        at + "memos", "listMemos", "The memos; none is ever published.",
        query: [.query("tag", .text(), "Key or name of a tag that they are about.")] + page,
        answers: ListShape<Memo>.self),
      .act(
        .post, at + "memos", "writeMemo",
        "Writes a memo about a tag, a source, a passage or the inquiry.", WriteMemo.self,
        takes: .shape(MemoRequest.self), answers: Memo.self
      ).answering(201),
      .act(
        .post, at + "memos/{id}/remove", "removeMemo", "Takes a memo away; it stays on record.",
        RemoveMemo.self, answers: Memo.self
      ).revised,
    ]
  }

  private static let page: [Parameter] = [
    .query("after", .number(0...999_999_999), "The number after which the page begins."),
    .query("limit", .number(1...pageLength), "How many there are on the page."),
  ]
}

extension CodebookRoutes {
  static var operations: [Operation] {
    let at = Operation.inquiry
    let format = Parameter.query("format", .word(["json", "csv"]), "Its format; json unless said.")
    return [
      .get(
        at + "codebook/groups", "countTagsByGroup",
        "Tags by the groups of witnesses, sources and passages apart.",
        query: [
          format,
          .query("below", .flag, "Whether a tag counts what the tags below it are on."),
        ], types: [("application/json", TagMatrix.schema), ("text/csv", nil)]),
      .get(
        at + "codebook/together", "countTagsTogether",
        "Tags that stand on the same passages, sources and passages apart.", query: [format],
        types: [("application/json", TagMatrix.schema), ("text/csv", nil)]),
      .get(
        at + "codebook/agreement", "compareTaggers",
        "How far two people agree on tags, with Krippendorff's alpha and where they differ.",
        query: [
          .query("first", .text(), "Name of one; unless said those who tagged most."),
          .query("second", .text(), "Name of the other."),
          .query(
            "limit", .number(1...TagRoutes.pageLength), "How many disagreements are listed."),
        ], answers: TagAgreement.self
      ).refusing(409),
      .get(
        at + "codebook/export", "exportCodebook",
        "The codebook as SKOS or REFI-QDA, or with texts and tags as a REFI-QDA project.",
        query: [
          .query(
            "format", .word(CodebookFormat.allCases.map(\.rawValue)), "Its format; ttl unless said."
          ),
          .several(
            "source", .text(), "Reference of a source that a project holds; all unless said."),
        ],
        types: [
          ("text/turtle", nil), ("application/ld+json", nil), ("application/xml", nil),
          ("application/zip", nil),
        ]),
      .act(
        .post, at + "codebook/import", "importCodebook",
        "Takes in a codebook or coded project; a dry run changes nothing.", ImportCodebook.self,
        takes: .upload(["application/octet-stream"]), answers: CodebookImport.self
      ).asking([
        .query(
          "fileName", .text(), isRequired: true, "The file's name; its ending says what it is."),
        .query("dryRun", .flag, "true reads and tells, and keeps nothing."),
      ]),
    ].tagged("Codebook")
  }
}
