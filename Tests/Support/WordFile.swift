/// A `.docx` written by hand, with tracked changes where a text has them.
public enum WordFile {
  /// Each line that holds something becomes a paragraph; `{+came+}` and `{-went-}`
  /// are tracked changes.
  ///
  /// - Parameter comments: By the words that they are on, which stand once and in no
  ///   change.
  public static func tracked(
    _ text: String, by author: String = "Ann W", on day: String = "2023-11-20",
    comments: [(words: String, text: String)] = []
  ) -> [UInt8] {
    let who = "w:id=\"1\" w:author=\"\(author)\" w:date=\"\(day)T09:30:00Z\""
    let paragraphs = text.split(separator: "\n").map { line in
      let runs = line.replacing("{+", with: "\u{1}+").replacing("{-", with: "\u{1}-")
        .replacing("+}", with: "\u{1} ").replacing("-}", with: "\u{1} ")
        .split(separator: "\u{1}", omittingEmptySubsequences: false).enumerated()
      return "<w:p>"
        + runs.map { index, run in
          let words = index == 0 ? run : run.dropFirst()
          func held(_ element: String) -> String {
            let begin = "<w:r><w:\(element) xml:space=\"preserve\">"
            let end = "</w:\(element)></w:r>"
            var held = begin + words + end
            for (id, comment) in comments.enumerated() {
              held = held.replacing(
                comment.words,
                with: "\(end)<w:commentRangeStart w:id=\"\(id)\"/>\(begin)\(comment.words)\(end)"
                  + "<w:commentRangeEnd w:id=\"\(id)\"/><w:r><w:commentReference w:id=\"\(id)\"/></w:r>"
                  + begin)
            }
            return held
          }
          switch index == 0 ? " " : run.first {
          case "+": return "<w:ins \(who)>\(held("t"))</w:ins>"
          case "-": return "<w:del \(who)>\(held("delText"))</w:del>"
          default: return held("t")
          }
        }.joined() + "</w:p>"
    }
    let document =
      "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
      + "<w:body>\(paragraphs.joined())</w:body></w:document>"
    let types =
      "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"
    let said = comments.enumerated().map { id, comment in
      "<w:comment w:id=\"\(id)\" w:author=\"\(author)\" w:date=\"\(day)T10:00:00Z\">"
        + "<w:p><w:r><w:t>\(comment.text)</w:t></w:r></w:p></w:comment>"
    }
    let part =
      "<w:comments xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
      + "\(said.joined())</w:comments>"
    return archive([
      ("[Content_Types].xml", types), ("word/document.xml", document),
      ("word/comments.xml", part),
    ])
  }

  /// A zip archive whose members are stored as they are.
  private static func archive(_ members: [(name: String, content: String)]) -> [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for (name, content) in members {
      let start = file.count
      let (name, content) = (Array(name.utf8), Array(content.utf8))
      let common =
        little(20, 2) + little(0x0800, 2) + little(0, 6) + little(Int(crc(content)), 4)
        + little(content.count, 4) + little(content.count, 4) + little(name.count, 2) + little(0, 2)
      file += little(0x0403_4B50, 4) + common + name + content
      directory +=
        little(0x0201_4B50, 4) + little(20, 2) + common + little(0, 10) + little(start, 4) + name
    }
    return file + directory + little(0x0605_4B50, 4) + little(0, 4) + little(members.count, 2)
      + little(members.count, 2) + little(directory.count, 4) + little(file.count, 4)
      + little(0, 2)
  }

  private static func little(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> ($0 * 8)) : 0 }
  }

  private static func crc(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0 as UInt32) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in
        sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1
      }
    }
  }
}
