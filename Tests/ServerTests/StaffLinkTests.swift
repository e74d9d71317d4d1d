import HTTPTypes
import HummingbirdTesting
import Inquiries
import TestSupport
import Testing
import Wire

/// Links, propositions and the register of conflicts over the API.
@Suite(.database) struct StaffLinkTests {
  /// Suggests three answers for the first recommendation, as links 1 to 3.
  private func suggest(_ author: StaffClient) async throws {
    for question in 1...3 {
      let made = try await author.write(
        .post, "links", #"{"recommendation":"1","locator":"Q\#(question)+1"}"#)
      #expect(made.status == .created && made.text == #"{"count":1,"leftOut":0}"#)
    }
    #expect(try await statuses(author) == [.suggested, .suggested, .suggested])
  }

  private func links(_ author: StaffClient) async throws -> [Link] {
    let traced: [TracedLink] = try await author.list("links")
    return traced.map(\.link)
  }

  private func statuses(_ author: StaffClient) async throws -> [LinkStatus] {
    try await links(author).map(\.status)
  }

  @Test func `one link is affirmed, edited and dropped at the revision that was read`()
    async throws
  {
    try await TracedInquiry.run { _, _, author in
      try await suggest(author)
      try await author.expectGuarded(.post, "links/1/affirm", not: "9", seen: "links")
      let affirmed = try await author.write(.post, "links/1/affirm", at: "1")
      #expect(affirmed.status == .ok && affirmed.text == #"{"count":1}"#)
      #expect(try await statuses(author) == [.affirmed, .suggested, .suggested])
      let one = try await author.get("links/1")
      #expect(one.headers[.eTag] == "\"2\"")
      #expect(try one.shape(TracedLink.self).link.affirmedBy == "Ada Author")
      let edit = #"{"links":["1"],"stance":"contrasts","quote":"help came late"}"#
      let edited = try await author.write(.post, "links/edit", edit, at: "2")
      #expect(edited.status == .ok && edited.headers[.eTag] == "\"3\"")
      let link = try #require(try await links(author).first)
      #expect(link.stance == .contrasts && link.quote == "help came late")
      #expect(link.status == .affirmed)
      try await author.expectStale(
        .post, "links/edit", #"{"links":["1"],"stance":"context"}"#, at: "2", seen: "links")
      try await author.expectGuarded(.post, "links/1/drop", not: "2", seen: "links")
      #expect(try await author.write(.post, "links/1/drop", at: "3").status == .ok)
      #expect(try await statuses(author) == [.dropped, .suggested, .suggested])
    }
  }

  @Test func `a list of links is affirmed, dropped and edited, each as it says`() async throws {
    try await TracedInquiry.run { _, _, author in
      try await suggest(author)
      let dry = try await author.write(
        .post, "links/affirm", #"{"links":["1-3"],"dryRun":true}"#)
      #expect(dry.status == .ok && dry.headers[.eTag] == "\"1.1.1\"")
      #expect(try await statuses(author) == [.suggested, .suggested, .suggested])
      let two = #"{"links":["1-3"],"except":["3"]}"#
      let affirmed = try await author.write(.post, "links/affirm", two, at: "1.1")
      #expect(affirmed.status == .ok && affirmed.headers[.eTag] == "\"2.2\"")
      let settled = try affirmed.shape(ListShape<SettledLink>.self).items
      #expect(settled.map(\.status) == [.affirmed, .affirmed])
      #expect(settled.map(\.statusBefore) == [.suggested, .suggested])
      #expect(try await statuses(author) == [.affirmed, .affirmed, .suggested])
      for act in ["affirm", "drop"] {
        try await author.expectStale(
          .post, "links/\(act)", #"{"links":["1-3"]}"#, at: "1.1.1", seen: "links")
      }
      let dropped = try await author.write(
        .post, "links/drop", #"{"links":["2-3"]}"#, at: "2.1")
      #expect(dropped.status == .ok && dropped.headers[.eTag] == "\"3.2\"")
      #expect(try await statuses(author) == [.affirmed, .dropped, .dropped])
      let again = #"{"links":["2"]}"#
      #expect(try await author.write(.post, "links/affirm", again).code == "link_dropped")
      let revive = #"{"links":["2"],"dropped":true}"#
      #expect(try await author.write(.post, "links/affirm", revive, at: "3").status == .ok)
      #expect(try await statuses(author) == [.affirmed, .affirmed, .dropped])
      let edit = #"{"links":["1-2"],"stance":"context"}"#
      #expect(try await author.write(.post, "links/edit", edit, at: "2.4").status == .ok)
      #expect(try await links(author).map(\.stance) == [.context, .context, .supports])
      try await author.expectStale(
        .post, "links/edit", #"{"links":["1-2"],"stance":"contrasts"}"#, at: "2.4", seen: "links")
    }
  }

  @Test func `what speaks for and against a proposition stands in the register`() async throws {
    try await TracedInquiry.run { _, _, author in
      let stated = #"{"key":"cases-alike","text":"All cases were alike."}"#
      #expect(try await author.write(.post, "propositions", stated).status == .created)
      #expect(try await author.write(.post, "propositions", stated).code == "proposition_known")
      let path = "propositions/cases-alike"
      let reworded = try await author.write(
        .patch, path, #"{"text":"The cases were alike."}"#, at: "1")
      #expect(reworded.status == .ok)
      try await author.expectGuarded(
        .patch, path, #"{"text":"No two were alike."}"#, not: "1", seen: "propositions")
      let propositions: [Proposition] = try await author.list("propositions")
      #expect(propositions.map(\.text) == ["The cases were alike."])
      func link(_ locator: String, _ stance: String) async throws {
        let made = try await author.write(
          .post, "links",
          """
          {"proposition":"cases-alike","locator":"\(locator)","stance":"\(stance)",
           "affirmed":true}
          """)
        #expect(made.status == .created)
      }
      func conflicts(_ query: String = "") async throws -> [Conflict] {
        try await author.list("conflicts\(query)")
      }
      try await link("Q1+1", "supports")
      #expect(try await conflicts().isEmpty)
      #expect(try await conflicts("?all=true").map(\.key) == ["cases-alike"])
      try await link("Q2+1", "contrasts")
      for query in ["", "?proposition=cases-alike"] {
        let conflict = try #require(try await conflicts(query).first)
        #expect(conflict.kind == .proposition && conflict.text == "The cases were alike.")
        #expect(conflict.supporting.map(\.link.passage.locator) == ["Q1+1"])
        #expect(conflict.contrasting.map(\.link.passage.locator) == ["Q2+1"])
        #expect(conflict.contrasting.map(\.link.affirmedBy) == ["Ada Author"])
      }
      #expect(try await conflicts("?finding=1").map(\.supporting.count) == [0])
    }
  }
}
