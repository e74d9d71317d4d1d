import CLibzip

/// Makes zip archives whose bytes follow from their members alone.
enum ZipWriter {
  /// - Throws: ``PaperError`` `zip_not_made`.
  static func archive(
    _ members: [(name: String, bytes: [UInt8])]
  ) throws(PaperError) -> [UInt8] {
    let fault = PaperError(
      code: "zip_not_made", message: "The archive could not be made; is there memory left?",
      file: "")
    guard let target = zip_source_buffer_create(nil, 0, 0, nil) else { throw fault }
    // Kept, so that what was written can be read after the archive is closed.
    zip_source_keep(target)
    defer { zip_source_free(target) }
    guard let archive = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, nil) else {
      zip_source_free(target)
      throw fault
    }
    // Freed when the archive is closed, which is when they are read.
    var copies: [UnsafeMutableRawPointer] = []
    defer { for copy in copies { copy.deallocate() } }
    for (name, bytes) in members {
      let copy = UnsafeMutableRawPointer.allocate(byteCount: max(1, bytes.count), alignment: 1)
      bytes.withUnsafeBytes {
        copy.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(copy), byteCount: bytes.count)
      }
      copies.append(copy)
      guard let source = zip_source_buffer(archive, copy, UInt64(bytes.count), 0),
        case let index = zip_file_add(archive, name, source, UInt32(ZIP_FL_ENC_UTF_8)), index >= 0,
        // 1 January 1980, the first day of the format: the clock is no part of the data.
        zip_file_set_dostime(archive, UInt64(index), 0, 0x21, 0) == 0
      else {
        zip_discard(archive)
        throw fault
      }
    }
    guard zip_close(archive) == 0 else {
      zip_discard(archive)
      throw fault
    }
    var stat = zip_stat_t()
    zip_stat_init(&stat)
    guard zip_source_stat(target, &stat) == 0, zip_source_open(target) == 0 else { throw fault }
    defer { zip_source_close(target) }
    let size = Int(stat.size)
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = max(0, Int(zip_source_read(target, buffer.baseAddress, UInt64(size))))
    }
    guard bytes.count == size else { throw fault }
    return bytes
  }
}
