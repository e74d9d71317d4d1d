import Conduct
import Hummingbird
import Inquiries
import Records
import Wire

/// Staff routes for the tags of a codebook, for putting them on passages, and for
/// memos.
struct TagRoutes: Sendable {
  let desk: StaffDesk
  /// How many a page of a listing has, unless it is asked for fewer.
  static let pageLength = 1_000

  func add<Context: RequestContext>(to group: RouterGroup<Context>) {
    addTags(to: group)
    addApplied(to: group)
    addMemos(to: group)
  }

  private func name(_ context: some RequestContext) throws -> String {
    try context.parameters.require("tag")
  }

  private func addTags<Context: RequestContext>(to group: RouterGroup<Context>) {
    group.get("tags") { request, context in
      try await desk.read(request, context) {
        ListShape(
          try CodebookReading.tree(isCounting: true, as: $0, on: $1).inOrder.map(\.tag))
      }
    }
    group.post("tags") { request, context in
      let (said, body) = try await desk.shape(request, as: TagRequest.self)
      return try await desk.perform(
        AddTag(key: said.key, said.changes), request, context, body: body, status: .created
      ) { $0 }
    }
    group.get("tags/{tag}") { request, context in
      let name = try name(context)
      return try await desk.read(request, context, revision: { $0.revision }) {
        try CodebookReading.tree(isCounting: true, as: $0, on: $1).find(name)
      }
    }
    group.get("tags/{tag}/versions") { request, context in
      let name = try name(context)
      return try await desk.read(request, context) {
        ListShape(
          try CodebookReading.tree(as: $0, on: $1).find(name).versions(as: $0, on: $1))
      }
    }
    group.patch("tags/{tag}") { request, context in
      let name = try name(context)
      let (said, body) = try await desk.shape(request, as: TagRequest.self)
      guard said.key == nil else {
        throw Refusal(
          .invalid, "tag_key_stays", "The key of a tag stays; change its name instead.",
          field: "key")
      }
      let act = EditTag(name, said.changes, revision: try desk.revision(request))
      return try await desk.perform(
        act, request, context, body: body, tag: { "\($0.revision)" }, { $0 })
    }
    group.post("tags/{tag}/merge") { request, context in
      let name = try name(context)
      let (said, body) = try await desk.shape(request, as: MergeTagRequest.self)
      let act = MergeTag(name, into: said.into, revision: try desk.revision(request))
      return try await desk.perform(act, request, context, body: body, dryRun: said.dryRun) {
        MergedTagShape(into: $0.into, moved: $0.moved)
      }
    }
  }

  private func addApplied<Context: RequestContext>(to group: RouterGroup<Context>) {
    group.post("tags/{tag}/apply") { request, context in
      let name = try name(context)
      let (said, body) = try await desk.shape(request, as: ApplyTagRequest.self)
      let act = ApplyTag(name, to: said.locator, try said.words, version: said.version)
      return try await desk.perform(act, request, context, body: body, status: .created) {
        CountShape($0)
      }
    }
    group.get("applied-tags") { request, context in
      let query = request.uri.queryParameters
      let asked = AppliedTagQuery(
        tagger: query["tagger"].map(String.init), reference: query["reference"].map(String.init),
        isSuspect: try ImportQuery.flag("suspect", query),
        after: Identifier(Int64(try desk.number("after", in: 0...999_999_999, request) ?? 0)),
        limit: try desk.number("limit", in: 1...TagRoutes.pageLength, request)
          ?? TagRoutes.pageLength)
      let tag = query["tag"].map(String.init)
      return try await desk.read(request, context) { viewpoint, connection in
        var asked = asked
        asked.tag = try tag.map {
          try CodebookReading.tree(as: viewpoint, on: connection).find($0).key
        }
        if let name = asked.tagger {
          try FilterValue.tagger(name, field: "tagger", as: viewpoint, on: connection)
        }
        try FilterValue.require(
          source: asked.reference, field: "reference", as: viewpoint, on: connection)
        return ListShape(try AppliedTag.page(asked, as: viewpoint, on: connection))
      }
    }
    group.post("applied-tags/{id}/affirm") { request, context in
      let id = Identifier<AppliedTag>(try context.parameters.require("id", as: Int64.self))
      let (said, body) = try await desk.shape(request, as: AffirmTagRequest.self)
      let act = AffirmAppliedTag(
        id, words: try said.words(), version: said.version, revision: try desk.revision(request))
      return try await desk.perform(
        act, request, context, body: body, tag: { "\($0.revision)" }, { $0 })
    }
    group.post("applied-tags/{id}/remove") { request, context in
      let id = Identifier<AppliedTag>(try context.parameters.require("id", as: Int64.self))
      let act = RemoveAppliedTag(id, revision: try desk.revision(request))
      return try await desk.perform(act, request, context) { $0 }
    }
  }

  private func addMemos<Context: RequestContext>(to group: RouterGroup<Context>) {
    group.get("memos") { request, context in
      let tag = request.uri.queryParameters["tag"].map(String.init)
      let after = Identifier<Memo>(
        Int64(try desk.number("after", in: 0...999_999_999, request) ?? 0))
      let limit = try desk.number("limit", in: 1...TagRoutes.pageLength, request)
      return try await desk.read(request, context) { viewpoint, connection in
        let key = try tag.map {
          try CodebookReading.tree(as: viewpoint, on: connection).find($0).key
        }
        return ListShape(
          try Memo.page(
            tag: key, after: after, limit: limit ?? TagRoutes.pageLength, as: viewpoint,
            on: connection))
      }
    }
    group.post("memos") { request, context in
      let (said, body) = try await desk.shape(request, as: MemoRequest.self)
      return try await desk.perform(
        WriteMemo(about: try said.subject, said.text), request, context, body: body,
        status: .created
      ) { $0 }
    }
    group.post("memos/{id}/remove") { request, context in
      let id = Identifier<Memo>(try context.parameters.require("id", as: Int64.self))
      let act = RemoveMemo(id, revision: try desk.revision(request))
      return try await desk.perform(act, request, context) { $0 }
    }
  }
}

extension TagRequest {
  fileprivate var changes: TagChanges {
    var changes = TagChanges()
    changes.name = name
    changes.definition = definition
    changes.useWhen = useWhen
    changes.useNotWhen = useNotWhen
    changes.example = example
    changes.under = under
    changes.isGroup = isGroup
    changes.colour = colour
    changes.isRetired = retired
    return changes
  }
}

extension ApplyTagRequest {
  fileprivate var words: TaggedWords {
    get throws {
      guard quote == nil || span == nil else {
        throw Refusal(
          .invalid, "quote_or_span", "Name the words by “quote” or by “span”, not by both.",
          field: "span")
      }
      if let quote { return .quote(quote) }
      return span.map { .span(from: $0.from, to: $0.to) } ?? .all
    }
  }
}

extension AffirmTagRequest {
  fileprivate func words() throws(JSONFault) -> TaggedWords? {
    try SpanShape.check(span, quote: quote, version: version, whole: whole)
    return whole
      ? .all : quote.map(TaggedWords.quote) ?? span.map { .span(from: $0.from, to: $0.to) }
  }
}

extension MemoRequest {
  fileprivate var subject: WriteMemo.Subject {
    get throws {
      guard [tag, source, passage].compactMap(\.self).count < 2 else {
        throw Refusal(
          .invalid, "memo_about_one",
          "A memo is about one thing: “tag”, “source” or “passage”, or about the inquiry.",
          field: "passage")
      }
      if let tag { return .tag(tag) }
      if let source { return .source(source) }
      return passage.map { .passage($0) } ?? .inquiry
    }
  }
}
