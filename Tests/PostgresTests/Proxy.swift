import Glibc
import Synchronization

@testable import Postgres

/// A TCP proxy that can stop forwarding without closing anything, as a network does.
final class Proxy: Sendable {
  enum Upstream: Sendable {
    case socket(path: String)
    case port(UInt16)
  }

  private struct State {
    var isFrozen = false
    var isClosed = false
    var descriptors: [Int32] = []
  }

  let port: UInt16
  private let listening: Int32
  private let upstream: Upstream?
  private let state = Mutex(State())

  /// - Parameter upstream: Where to; `nil` to accept and never answer.
  init(to upstream: Upstream?) throws {
    let descriptor = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = Self.local(port: 0)
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, size) }
    }
    guard bound == 0, listen(descriptor, 16) == 0 else { throw NoSocket(code: errno) }
    var length = size
    _ = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        getsockname(descriptor, $0, &length)
      }
    }
    port = UInt16(bigEndian: address.sin_port)
    listening = descriptor
    self.upstream = upstream
    if upstream != nil { _ = OwnThread.start { [self] in accept() } }
  }

  /// From now on what arrives is taken and dropped.
  func freeze() { state.withLock { $0.isFrozen = true } }

  /// New connections are forwarded again.
  func thaw() { state.withLock { $0.isFrozen = false } }

  func close() {
    let open = state.withLock { state in
      state.isClosed = true
      return state.descriptors
    }
    for descriptor in open + [listening] { shutdown(descriptor, Int32(SHUT_RDWR)) }
  }

  /// Where the tests' server can be reached from here.
  static func upstream(of database: TestDatabase) async throws -> Upstream {
    let (directories, port) = try await database.pool.run { connection in
      try connection.one("SELECT current_setting('unix_socket_directories'), inet_server_port()") {
        (try $0.next() as String, try $0.next() as Int?)
      }
    }
    if let port { return .port(UInt16(port)) }
    let directory = directories.split(separator: ",").first.map(String.init) ?? ""
    let number = try await database.pool.run { connection in
      try connection.one("SHOW port") { try $0.next() as String }
    }
    return .socket(path: "\(directory)/.s.PGSQL.\(number)")
  }

  private func accept() {
    while true {
      let client = Glibc.accept(listening, nil, nil)
      guard client >= 0, let server = connectUpstream() else { return }
      state.withLock { $0.descriptors += [client, server] }
      _ = OwnThread.start { [self] in pump(from: client, to: server) }
      _ = OwnThread.start { [self] in pump(from: server, to: client) }
    }
  }

  /// Copies bytes one way until either end closes. Once frozen, a connection stays so.
  private func pump(from source: Int32, to target: Int32) {
    var buffer = [UInt8](repeating: 0, count: 16_384)
    var isFrozen = false
    while true {
      let count = read(source, &buffer, buffer.count)
      guard count > 0 else { break }
      isFrozen = isFrozen || state.withLock { $0.isFrozen }
      if !isFrozen { _ = send(target, buffer, count, Int32(MSG_NOSIGNAL)) }
    }
    shutdown(target, Int32(SHUT_RDWR))
  }

  private func connectUpstream() -> Int32? {
    switch upstream {
    case nil: return nil
    case .port(let port):
      let descriptor = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      var address = Self.local(port: port)
      return Self.connect(descriptor, &address)
    case .socket(let path):
      let descriptor = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
      var address = sockaddr_un()
      address.sun_family = sa_family_t(AF_UNIX)
      withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
      return Self.connect(descriptor, &address)
    }
  }

  private static func connect<Address>(_ descriptor: Int32, _ address: inout Address) -> Int32? {
    let size = socklen_t(MemoryLayout<Address>.size)
    let code = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.connect(descriptor, $0, size)
      }
    }
    return code == 0 ? descriptor : nil
  }

  private static func local(port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return address
  }
}

struct NoSocket: Error { let code: Int32 }
