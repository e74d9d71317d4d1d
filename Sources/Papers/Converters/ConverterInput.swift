#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A program's input as a file in memory.
///
/// Not a pipe: when a program ended before it had read everything, writing on
/// would raise SIGPIPE and end the whole service.
enum ConverterInput {
  struct Failed: Error, CustomStringConvertible {
    let description: String
  }

  /// - Returns: A descriptor at the beginning of `bytes`; whoever gets it
  ///   closes it.
  static func descriptor(_ bytes: [UInt8]) throws -> Int32 {
    let descriptor = try open()
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 || errno == EINTR else {
        close(descriptor)
        throw Failed(description: "its input could not be kept (error \(errno))")
      }
      written += max(count, 0)
    }
    lseek(descriptor, 0, SEEK_SET)
    return descriptor
  }

  /// A nameless file that goes with its last descriptor: in memory where the
  /// system has a folder for that, since papers may be confidential.
  private static func open() throws -> Int32 {
    for folder in ["/dev/shm", "/tmp"] {
      var name = Array("\(folder)/paper.XXXXXX".utf8CString)
      let descriptor = mkstemp(&name)
      guard descriptor >= 0 else { continue }
      unlink(name)
      _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
      return descriptor
    }
    throw Failed(description: "its input could not be kept (error \(errno))")
  }
}
