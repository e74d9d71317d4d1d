import Conduct
import HTTPTypes
import HummingbirdTesting
import Inquiries
import TestSupport
import Testing
import Wire

/// Tags, where they are put, and memos over the API.
@Suite(.database) struct StaffTagTests {
  private func tag(_ author: StaffClient, _ name: String) async throws -> Inquiries.Tag {
    try await author.get("tags/\(name)").shape()
  }

  private func applied(_ author: StaffClient, _ query: String = "") async throws -> [AppliedTag] {
    try await author.list("applied-tags\(query)")
  }

  private func make(_ author: StaffClient, _ name: String) async throws {
    let made = try await author.write(
      .post, "tags", #"{"name":"\#(name)","definition":"What \#(name) means."}"#)
    #expect(made.status == .created)
  }

  @Test func `a tag is made, renamed at the revision that was read, and found by its old name`()
    async throws
  {
    try await TracedInquiry.run { _, _, author in
      try await make(author, "Late help")
      #expect(try await author.get("tags/late-help").headers[.eTag] == "\"1\"")
      let renamed = try await author.write(
        .patch, "tags/late-help", #"{"name":"Delay"}"#, at: "1")
      #expect(renamed.status == .ok && renamed.headers[.eTag] == "\"2\"")
      try await author.expectGuarded(
        .patch, "tags/late-help", #"{"name":"Lateness"}"#, not: "1", seen: "tags/late-help")
      for name in ["late-help", "Delay", "Late%20help"] {
        let found = try await tag(author, name)
        #expect(found.key == "late-help" && found.name == "Delay")
      }
      let versions: [TagVersion] = try await author.list("tags/late-help/versions")
      #expect(versions.map(\.name) == ["Late help", "Delay"])
    }
  }

  @Test func `a tag is put on words, looked at again when they change, and taken off`()
    async throws
  {
    try await TracedInquiry.run { world, _, author in
      try await make(author, "Late help")
      let words = #"{"locator":"Q1+1","quote":"help came late"}"#
      let put = try await author.write(.post, "tags/late-help/apply", words)
      #expect(put.status == .created && put.text == #"{"count":1}"#)
      let fresh = try await applied(author, "?tag=late-help")
      #expect(fresh.map(\.quote) == ["help came late"])
      #expect(fresh.map(\.tagger) == ["Ada Author"])
      #expect(try await tag(author, "late-help").passageCount == 1)
      try await world.perform(
        CorrectPassage("Q1+1", version: 1, text: "Help came a year late. It was case 1."))
      let suspect = try #require(try await applied(author, "?suspect=true").first)
      let path = "applied-tags/\(suspect.id)"
      let other = #"{"quote":"a year late"}"#
      try await author.expectGuarded(
        .post, "\(path)/affirm", other, not: "1", seen: "applied-tags")
      let affirmed = try await author.write(
        .post, "\(path)/affirm", other, at: "\(suspect.revision)")
      #expect(affirmed.status == .ok)
      #expect(try await applied(author, "?suspect=true").isEmpty)
      let now = try #require(try await applied(author).first)
      #expect(now.quote == "a year late")
      try await author.expectGuarded(
        .post, "\(path)/remove", not: "\(suspect.revision)", seen: "applied-tags")
      let removed = try await author.write(.post, "\(path)/remove", at: "\(now.revision)")
      #expect(removed.status == .ok)
      #expect(try await applied(author).isEmpty)
      #expect(try await tag(author, "late-help").passageCount == 0)
    }
  }

  @Test func `a tag that is merged leads to the other, and what had it goes over`() async throws {
    try await TracedInquiry.run { _, _, author in
      for name in ["Late help", "Delay"] { try await make(author, name) }
      for locator in ["Q1+1", "Q2+1"] {
        let put = try await author.write(
          .post, "tags/delay/apply", #"{"locator":"\#(locator)"}"#)
        #expect(put.status == .created)
      }
      let path = "tags/delay/merge"
      let meant = #"{"definition":"It took too long."}"#
      #expect(try await author.write(.patch, "tags/delay", meant, at: "1").status == .ok)
      let merge = #"{"into":"late-help"}"#
      try await author.expectGuarded(.post, path, merge, not: "1", seen: "tags")
      let dry = try await author.write(
        .post, path, #"{"into":"late-help","dryRun":true}"#, at: "2")
      #expect(try dry.shape(MergedTagShape.self).moved == 2)
      #expect(try await tag(author, "delay").key == "delay")
      let done = try await author.write(.post, path, merge, at: "2")
      #expect(done.status == .ok)
      let merged = try done.shape(MergedTagShape.self)
      #expect(merged.into.key == "late-help" && merged.moved == 2)
      for name in ["delay", "Delay"] {
        let found = try await tag(author, name)
        #expect(found.key == "late-help" && found.passageCount == 2)
      }
      let over = try await applied(author, "?tag=delay")
      #expect(over.map(\.tag) == ["late-help", "late-help"])
      #expect(over.map(\.meant) == ["delay", "delay"])
      #expect(try await author.write(.patch, "tags/delay", meant, at: "3").code == "tag_merged")
    }
  }

  @Test func `a codebook without tags is no file of REFI-QDA codes`() async throws {
    try await TracedInquiry.run { _, _, author in
      let refused = try await author.get("codebook/export?format=qdc")
      #expect(refused.status == .unprocessableContent && refused.code == "codebook_empty")
      for format in ["ttl", "jsonld", "qdpx"] {
        #expect(try await author.get("codebook/export?format=\(format)").status == .ok)
      }
      try await make(author, "Late help")
      #expect(try await author.get("codebook/export?format=qdc").status == .ok)
    }
  }

  @Test func `memos are written about a tag and a passage, and one is taken away`() async throws {
    try await TracedInquiry.run { _, _, author in
      func memos(_ query: String = "") async throws -> [Memo] {
        try await author.list("memos\(query)")
      }
      try await make(author, "Late help")
      for memo in [
        #"{"text":"Same thing?","tag":"late-help"}"#, #"{"text":"Ask again.","passage":"Q1+1"}"#,
      ] {
        #expect(try await author.write(.post, "memos", memo).status == .created)
      }
      #expect(try await memos().map(\.about) == ["late-help", "Q1+1"])
      #expect(try await memos().map(\.writtenBy) == ["Ada Author", "Ada Author"])
      let first = try #require(try await memos("?tag=late-help").first)
      #expect(first.text == "Same thing?")
      let path = "memos/\(first.id)/remove"
      try await author.expectGuarded(.post, path, not: "9", seen: "memos")
      #expect(try await author.write(.post, path, at: "\(first.revision)").status == .ok)
      #expect(try await memos().map(\.text) == ["Ask again."])
    }
  }
}
