import Foundation
import Testing

@testable import Papers

/// A shell that does what a case needs of a misbehaving program.
private func shell(_ script: String, memoryStatuses: Set<Int32> = []) -> ConverterRecipe {
  ConverterRecipe(
    program: "sh", arguments: ["-c", script], remedy: "nothing", memoryStatuses: memoryStatuses)
}

private func html(_ markdown: String) async throws -> String {
  let conversion = try await Converter().run(
    .draftToHTML, on: Array(markdown.utf8), fileName: "draft.md")
  return String(decoding: conversion.output, as: UTF8.self)
}

/// The code of the error that a run ends with.
private func code(
  _ recipe: ConverterRecipe, _ converter: Converter = Converter(), input: [UInt8] = []
) async -> String? {
  do {
    _ = try await converter.run(recipe, on: input, fileName: "draft.md")
    return nil
  } catch {
    return error.code
  }
}

@Suite(.serialized) struct ConverterTests {
  @Test func `pandoc makes HTML of Markdown`() async throws {
    #expect(try await html("Words *and* [a link](http://a.b).\n").contains("<em>and</em>"))
  }

  @Test func `an author's HTML, TeX and attributes come out as words`() async throws {
    let out = try await html(
      "<script>alert(1)</script> \\textbf{x} `<b>`{=html} <div onclick=\"x\">\n\ny\n\n</div> $x$\n")
    #expect(!out.contains("<script") && !out.contains("<div") && !out.contains("<b>"))
    #expect(out.contains("&lt;script&gt;"))
    #expect(out.contains("$x$"))
  }

  @Test func `a program that is missing is told with how to get it`() async throws {
    let converter = Converter(searchPath: "/nowhere")
    let fault = try await #require(throws: PaperError.self) {
      try await converter.run(.draftToHTML, on: [], fileName: "draft.md")
    }
    #expect(fault.code == "converter_missing")
    #expect(fault.message.contains("apt-get install pandoc"))
    #expect(fault.file == "draft.md")
  }

  @Test func `what takes too long is killed with all that it started`() async throws {
    let mark = "31\(Int.random(in: 10_000...99_999)).5"
    let converter = Converter(limits: Converter.Limits(time: .milliseconds(600)))
    let time = await ContinuousClock().measure {
      #expect(
        await code(shell("sleep \(mark) & sleep \(mark); wait"), converter) == "converter_timed_out"
      )
    }
    #expect(time < .seconds(5))
    try await Task.sleep(for: .milliseconds(200))
    let left = try FileManager.default.contentsOfDirectory(atPath: "/proc").filter { process in
      guard Int(process) != nil,
        let line = FileManager.default.contents(atPath: "/proc/\(process)/cmdline")
      else { return false }
      return line.split(separator: 0).contains { $0.elementsEqual(mark.utf8) }
    }
    #expect(left.isEmpty)
  }

  @Test func `more output than is allowed ends the run`() async {
    let converter = Converter(limits: Converter.Limits(outputBytes: 100_000))
    let time = await ContinuousClock().measure {
      #expect(
        await code(shell("while :; do echo yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy; done"), converter)
          == "converter_too_large")
    }
    #expect(time < .seconds(10))
  }

  @Test func `memory that runs out is told apart from other failures`() async {
    let little = ConverterRecipe(
      program: "pandoc",
      arguments: ["+RTS", "-M16m", "-RTS", "-f", "markdown", "-t", "html5"],
      remedy: "", memoryStatuses: ConverterRecipe.draftToHTML.memoryStatuses)
    let words = Array(String(repeating: "Many *words* in a row. ", count: 20_000).utf8)
    #expect(await code(little, input: words) == "converter_too_large")
  }

  @Test func `a failure shows the first line of the complaint`() async throws {
    let fault = try await #require(throws: PaperError.self) {
      try await Converter().run(
        shell("echo 'it broke' >&2; echo more >&2; exit 3"), on: [], fileName: "a")
    }
    #expect(fault.code == "converter_failed")
    #expect(fault.message == "sh failed: it broke")
  }

  @Test func `a program that does not read its input is no trouble`() async throws {
    let input = [UInt8](repeating: 0x61, count: 4_000_000)
    let conversion = try await Converter().run(shell("echo done"), on: input, fileName: "a")
    #expect(conversion.output == Array("done\n".utf8))
  }

  @Test func `the box has no network, no secrets and little room`() async throws {
    let conversion = try await Converter().run(
      shell("env; ulimit -v; ls /sys/class/net; cat /proc/net/dev"), on: [], fileName: "a")
    let out = String(decoding: conversion.output, as: UTF8.self)
    #expect(!out.contains("USER=") && out.contains("HOME=/nonexistent"))
    #expect(out.contains("\(4_000 * 1024)"))
    if conversion.notes.isEmpty {
      #expect(!out.contains("eth0:"))
    } else {
      #expect(conversion.notes.count == 1)
    }
  }

  @Test func `a run that is given up is killed`() async throws {
    let task = Task { await code(shell("sleep 30")) }
    try await Task.sleep(for: .milliseconds(200))
    task.cancel()
    let time = await ContinuousClock().measure { _ = await task.value }
    #expect(time < .seconds(5))
  }

  @Test func `the same words give the same bytes`() async throws {
    #expect(try await html(DraftSample.text) == html(DraftSample.text))
  }
}
