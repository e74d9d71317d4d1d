import Foundation
import Synchronization

/// A TCP proxy that can be cut: what is open is dropped, and what comes is
/// dropped too, until it is mended.
final class CutProxy: Sendable {
  private struct State {
    var isCut = false
    var cutsAnswer = false
    var open: Set<Int32> = []
  }

  let port: Int
  private let target: UInt16
  private let listening: Int32
  private let state = Mutex(State())

  init(to target: Int) throws {
    self.target = UInt16(target)
    let descriptor = try CutProxy.bound(to: 0)
    guard listen(descriptor, 64) == 0 else { throw NoProxy(code: errno) }
    var address = sockaddr_in()
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    _ = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        getsockname(descriptor, $0, &length)
      }
    }
    listening = descriptor
    port = Int(UInt16(bigEndian: address.sin_port))
    Thread.detachNewThread { [self] in accept() }
  }

  /// Drops whatever is open, half sent or not.
  func cut() {
    state.withLock { state in
      state.isCut = true
      for descriptor in state.open { shutdown(descriptor, Int32(SHUT_RDWR)) }
    }
  }

  /// Has the next answer cut off shortly before its end.
  func cutNextAnswer() { state.withLock { $0.cutsAnswer = true } }

  func mend() { state.withLock { $0.isCut = false } }

  func close() {
    cut()
    shutdown(listening, Int32(SHUT_RDWR))
  }

  private func accept() {
    while true {
      let client = Foundation.accept(listening, nil, nil)
      guard client >= 0 else { break }
      let isCut = state.withLock { $0.isCut }
      guard !isCut, let server = connected() else {
        Foundation.close(client)
        continue
      }
      // It may have been cut meanwhile.
      let isOpen = state.withLock { state in
        if !state.isCut { state.open.formUnion([client, server]) }
        return !state.isCut
      }
      guard isOpen else {
        for descriptor in [client, server] { Foundation.close(descriptor) }
        continue
      }
      let halves = Halves()
      Thread.detachNewThread { [self] in
        pump(from: client, to: server)
        finish(client, server, halves)
      }
      Thread.detachNewThread { [self] in
        pump(from: server, to: client, isAnswer: true)
        finish(client, server, halves)
      }
    }
    Foundation.close(listening)
  }

  private func pump(from source: Int32, to target: Int32, isAnswer: Bool = false) {
    var buffer = [UInt8](repeating: 0, count: 16_384)
    while true {
      let count = read(source, &buffer, buffer.count)
      let isLast =
        isAnswer
        && state.withLock { state in
          defer { state.cutsAnswer = false }
          return state.cutsAnswer
        }
      if isLast {
        _ = send(target, buffer, max(0, count - 20), Int32(MSG_NOSIGNAL))
        break
      }
      guard count > 0, send(target, buffer, count, Int32(MSG_NOSIGNAL)) == count else { break }
    }
    shutdown(target, Int32(SHUT_RDWR))
    shutdown(source, Int32(SHUT_RDWR))
  }

  /// Closes both ends once neither direction is pumped any more.
  private func finish(_ client: Int32, _ server: Int32, _ halves: Halves) {
    guard halves.isLast() else { return }
    state.withLock { state in
      state.open.subtract([client, server])
      Foundation.close(client)
      Foundation.close(server)
    }
  }

  private func connected() -> Int32? {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = CutProxy.local(target)
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let code = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, size) }
    }
    guard code == 0 else {
      Foundation.close(descriptor)
      return nil
    }
    return descriptor
  }

  /// A socket at a port of this machine, 0 for one that the kernel chooses.
  static func bound(to port: UInt16) throws -> Int32 {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = CutProxy.local(port)
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let code = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, size) }
    }
    guard code == 0 else {
      Foundation.close(descriptor)
      throw NoProxy(code: errno)
    }
    return descriptor
  }

  private static func local(_ port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return address
  }
}

struct NoProxy: Error { let code: Int32 }

/// Says which of two directions ends last.
private final class Halves: Sendable {
  private let ended = Atomic<Int>(0)

  func isLast() -> Bool {
    ended.add(1, ordering: .sequentiallyConsistent).newValue == 2
  }
}
