import Foundation

/// Makes submissions in every format that is read: pandoc four of them, and what
/// it does not make we write.
struct PaperPress {
  private static let formats = ["docx", "odt", "rtf", "html", "pdf", "md", "txt"]

  let words: Vocabulary
  let folder: String

  /// Writes so many into the folder, as many at once as there are cores, and the
  /// table that names them.
  func write(_ count: Int) async throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let workers = ProcessInfo.processInfo.activeProcessorCount
    let rows = try await withThrowingTaskGroup(of: [String].self) { group in
      for worker in 0..<workers {
        group.addTask {
          var rows: [String] = []
          for number in stride(from: worker, to: count, by: workers) {
            rows.append(try await write(number: number))
          }
          return rows
        }
      }
      return try await group.reduce(into: ["file,submitter"]) { $0 += $1 }
    }
    try rows.joined(separator: "\n").write(
      toFile: "\(folder)/manifest.csv", atomically: true, encoding: .utf8)
  }

  /// - Returns: The row of the table.
  private func write(number: Int) async throws -> String {
    var dice = Dice(seed: UInt64(200_000 + number))
    let submitter = words.name(&dice)
    let paragraphs = (1...dice.within(5...40)).map { place in
      "\(place). " + words.speech(&dice).replacing("\n", with: " ")
    }
    let format = PaperPress.formats[number % PaperPress.formats.count]
    let path = "\(folder)/\(number).\(format)"
    let text = (["Written evidence submitted by \(submitter)"] + paragraphs)
      .joined(separator: "\n\n")
    switch format {
    case "md", "txt": try text.write(toFile: path, atomically: true, encoding: .utf8)
    case "pdf": try Data(PaperPress.pdf(text).utf8).write(to: URL(filePath: path))
    default:
      let source = "\(path).source"
      try text.write(toFile: source, atomically: true, encoding: .utf8)
      _ = try await Machine.run(["pandoc", "-s", "-f", "markdown", "-o", path, source])
      try FileManager.default.removeItem(atPath: source)
    }
    return "\(number).\(format),\(submitter)"
  }

  /// The least that a page reader takes: lines of Courier, sixty to a page.
  private static func pdf(_ text: String) -> String {
    var lines: [String] = []
    for paragraph in text.split(separator: "\n\n") {
      var line = ""
      for word in paragraph.split(separator: " ") {
        if line.count + word.count > 80 {
          lines.append(line)
          line = ""
        }
        line += line.isEmpty ? String(word) : " \(word)"
      }
      lines += [line, ""]
    }
    let pages = stride(from: 0, to: lines.count, by: 60).map {
      lines[$0..<min($0 + 60, lines.count)]
    }
    let kids = pages.indices.map { "\(4 + 2 * $0) 0 R" }.joined(separator: " ")
    var objects = [
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>",
    ]
    for (index, page) in pages.enumerated() {
      let shown =
        "BT /F 10 Tf 12 TL 50 780 Td\n" + page.map { "(\($0)) Tj T*\n" }.joined() + "ET"
      objects += [
        """
        << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents \(5 + 2 * index) 0 R \
        /Resources << /Font << /F 3 0 R >> >> >>
        """, "<< /Length \(shown.utf8.count) >>\nstream\n\(shown)\nendstream",
      ]
    }
    var file = "%PDF-1.4\n"
    var table = "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for (index, object) in objects.enumerated() {
      table += String(format: "%010d 00000 n \n", file.utf8.count)
      file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = file.utf8.count
    return file + table
      + "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
  }
}
