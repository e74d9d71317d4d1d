import CLibzip

/// A zip archive in memory, read through libzip.
///
/// Lives only inside ``reading(_:fileName:body:)``: libzip reads from the
/// bytes in place, so nothing of it may outlive them.
struct DocxArchive {
  private let handle: OpaquePointer
  private let fileName: String

  /// What the archive's directory says of a member.
  struct Member {
    let index: Int
    let name: String
    let declaredBytes: Int
    let isEncrypted: Bool
    var isFolder: Bool { name.hasSuffix("/") }
  }

  /// Opens the bytes as an archive for the time of a closure.
  ///
  /// - Throws: ``PaperError`` `not_a_zip` or `zip_damaged`, and what the
  ///   closure throws.
  static func reading<Value>(
    _ bytes: [UInt8], fileName: String,
    body: (DocxArchive) throws(PaperError) -> Value
  ) throws(PaperError) -> Value {
    // A password makes an Office file an OLE file, as .doc always was.
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw PaperError(
        code: "not_a_zip",
        message:
          "\(fileName) is an old .doc file or is locked with a password; save it as .docx without one.",
        file: fileName)
    }
    guard bytes.starts(with: [0x50, 0x4B]) else {
      throw PaperError(
        code: "not_a_zip",
        message: "\(fileName) is not a Word file (no zip archive); save it as .docx from Word.",
        file: fileName)
    }
    let result: Result<Value, PaperError> = bytes.withUnsafeBytes { buffer in
      guard let source = zip_source_buffer_create(buffer.baseAddress, UInt64(buffer.count), 0, nil)
      else { return .failure(damaged(fileName)) }
      guard let handle = zip_open_from_source(source, ZIP_RDONLY, nil) else {
        zip_source_free(source)
        return .failure(damaged(fileName))
      }
      defer { zip_discard(handle) }
      do throws(PaperError) {
        return .success(try body(DocxArchive(handle: handle, fileName: fileName)))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  /// How many members the directory lists.
  var count: Int { Int(clamping: zip_get_num_entries(handle, 0)) }

  /// The directory's line for a member.
  func member(at index: Int) throws(PaperError) -> Member {
    var stat = zip_stat_t()
    zip_stat_init(&stat)
    let wanted = UInt64(ZIP_STAT_NAME | ZIP_STAT_SIZE)
    guard zip_stat_index(handle, UInt64(index), 0, &stat) == 0, stat.valid & wanted == wanted,
      let name = String(validatingCString: stat.name)
    else { throw Self.damaged(fileName) }
    let isEncrypted =
      stat.valid & UInt64(ZIP_STAT_ENCRYPTION_METHOD) != 0
      && stat.encryption_method != ZIP_EM_NONE
    return Member(
      index: index, name: name, declaredBytes: Int(clamping: stat.size), isEncrypted: isEncrypted)
  }

  /// Unpacks a member piece by piece and hands each piece on.
  func unpack(
    _ member: Member, each: (UnsafeRawBufferPointer) throws(PaperError) -> Void
  ) throws(PaperError) {
    guard let file = zip_fopen_index(handle, UInt64(member.index), 0) else {
      throw Self.damaged(fileName, member: member.name)
    }
    defer { zip_fclose(file) }
    // 64 KiB: large against a call, small against a bomb.
    let size = 65_536
    let piece = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 1)
    defer { piece.deallocate() }
    while true {
      let taken = zip_fread(file, piece, UInt64(size))
      guard taken >= 0 else { throw Self.damaged(fileName, member: member.name) }
      guard taken > 0 else { return }
      try each(UnsafeRawBufferPointer(start: piece, count: Int(taken)))
    }
  }

  private static func damaged(_ fileName: String, member: String? = nil) -> PaperError {
    let place = member.map { "The part “\($0)” of \(fileName)" } ?? "\(fileName)"
    return PaperError(
      code: "zip_damaged",
      message: "\(place) is damaged and cannot be unpacked; open it in Word and save it again.",
      file: fileName)
  }
}
