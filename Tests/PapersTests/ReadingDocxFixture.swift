import CLibzip
import Foundation
import Papers
import Testing

/// A zip archive written by hand, so that it can be as wrong as a test needs.
struct ReadingZip {
  struct Member {
    var name: String
    var content: [UInt8]
    /// What the directory says of the size, when that is a lie.
    var declared: Int?
  }

  var members: [Member] = []

  /// The archive's bytes; every member is stored as it is.
  var bytes: [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for member in members {
      let name = Array(member.name.utf8)
      let start = file.count
      let size = member.declared ?? member.content.count
      var common = little(20, 2) + little(0x0800, 2) + little(0, 2) + little(0, 4)
      common += little(Int(crc(member.content)), 4) + little(size, 4) + little(size, 4)
      common += little(name.count, 2) + little(0, 2)
      file += little(0x0403_4B50, 4) + common + name + member.content
      directory += little(0x0201_4B50, 4) + little(20, 2) + common + little(0, 2) + little(0, 2)
      directory += little(0, 2) + little(0, 4) + little(start, 4) + name
    }
    let end =
      little(0x0605_4B50, 4) + little(0, 4) + little(members.count, 2)
      + little(members.count, 2) + little(directory.count, 4) + little(file.count, 4) + little(0, 2)
    return file + directory + end
  }

  private func little(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  private func crc(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0 as UInt32) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in
        sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1
      }
    }
  }
}

/// Writes a deflated archive through libzip, as Word would.
func deflated(_ parts: [(String, [UInt8])]) throws -> [UInt8] {
  let place = FileManager.default.temporaryDirectory
    .appending(path: "reading-\(UUID().uuidString).docx")
  defer { try? FileManager.default.removeItem(at: place) }
  let handle = try #require(zip_open(place.path, ZIP_CREATE | ZIP_TRUNCATE, nil))
  var kept: [UnsafeMutableBufferPointer<UInt8>] = []
  defer { for buffer in kept { buffer.deallocate() } }
  for (name, content) in parts {
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, content.count))
    _ = buffer.initialize(from: content)
    kept.append(buffer)
    let source = try #require(
      zip_source_buffer(handle, buffer.baseAddress, UInt64(content.count), 0))
    #expect(zip_file_add(handle, name, source, ZIP_FL_ENC_UTF_8) >= 0)
  }
  try #require(zip_close(handle) == 0)
  return [UInt8](try Data(contentsOf: place))
}

/// A Word document of the given body, with styles and lists where wanted.
struct ReadingDocx {
  var body: String
  var styles = ""
  var numbering = ""
  var extra: [ReadingZip.Member] = []

  private static let spaces =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" xmlns:v=\"urn:schemas-microsoft-com:vml\""

  var members: [ReadingZip.Member] {
    func part(_ name: String, _ root: String, _ content: String) -> ReadingZip.Member {
      let text =
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:\(root) \(Self.spaces)>\(content)</w:\(root)>"
      return .init(name: name, content: Array(text.utf8))
    }
    var members = [
      ReadingZip.Member(
        name: "[Content_Types].xml",
        content: Array(
          "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>".utf8)),
      part("word/document.xml", "document", "<w:body>\(body)</w:body>"),
    ]
    if !styles.isEmpty { members.append(part("word/styles.xml", "styles", styles)) }
    if !numbering.isEmpty { members.append(part("word/numbering.xml", "numbering", numbering)) }
    return members + extra
  }

  var bytes: [UInt8] { ReadingZip(members: members).bytes }

  /// Reads the document.
  func read(limits: PaperLimits = .init()) throws -> PaperText {
    try PaperReader.read(bytes, fileName: "a.docx", limits: limits)
  }

  /// The refusal that reading the document ends in.
  func refusal(limits: PaperLimits = .init()) throws -> PaperError {
    try #require(throws: PaperError.self) { try read(limits: limits) }
  }

  /// A paragraph of one run, with properties of the paragraph and of the run.
  static func paragraph(_ text: String, _ properties: String = "", run: String = "") -> String {
    "<w:p><w:pPr>\(properties)</w:pPr><w:r><w:rPr>\(run)</w:rPr><w:t xml:space=\"preserve\">\(text)</w:t></w:r></w:p>"
  }
}
