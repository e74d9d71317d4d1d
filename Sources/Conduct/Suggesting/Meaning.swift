import Dispatch
import Foundation
import Glibc
import Synchronization

/// The sentence model: a process of its own that turns texts into vectors.
///
/// It is begun when it is first asked, and again when it has died. One request
/// goes to it at a time, over a socket: its end is seen as such, and writing to a
/// process that is gone raises no signal.
public final class Meaning: Sendable {
  /// Why there are no vectors. The texts are never part of it.
  public struct Failed: Error, CustomStringConvertible {
    public let description: String
  }

  /// The most texts in one request.
  public static let mostTexts = 64

  private let command: String
  private let seconds: Int
  private let queue = DispatchQueue(label: "meaning")
  private let state = Mutex(State())

  private struct State {
    var running: Running?
    /// When it may be begun again after it could not be.
    var restAfterFailure = ContinuousClock.now
  }

  /// - Parameters:
  ///   - command: The program, such as `deploy/meaning`.
  ///   - seconds: How long an answer may take before it is ended.
  public init(command: String, seconds: Int = 30) {
    self.command = command
    self.seconds = seconds
  }

  deinit { state.withLock { $0.running?.end() } }

  /// Vectors of some texts, one for each.
  ///
  /// - Throws: ``Failed`` when the program cannot be begun, dies, or takes too
  ///   long; the next call begins it anew.
  public func vectors(of texts: [String]) async throws -> [[Float]] {
    try await withCheckedThrowingContinuation { continuation in
      queue.async { continuation.resume(with: Result { try self.answer(texts) }) }
    }
  }

  /// The name of the model, as vectors of it are kept.
  public func model() async throws -> String {
    try await withCheckedThrowingContinuation { continuation in
      queue.async { continuation.resume(with: Result { try self.running().model }) }
    }
  }

  private func running() throws -> Running {
    if let running = state.withLock({ $0.running }) { return running }
    guard state.withLock({ $0.restAfterFailure <= .now }) else {
      throw Failed(description: "the sentence model could not be begun a moment ago")
    }
    do {
      let running = try Running(command, seconds: seconds)
      state.withLock { $0.running = running }
      return running
    } catch {
      state.withLock { $0.restAfterFailure = .now + .seconds(10) }
      throw error
    }
  }

  private func answer(_ texts: [String]) throws -> [[Float]] {
    let wasRunning = state.withLock { $0.running != nil }
    do {
      return try running().vectors(of: texts)
    } catch {
      state.withLock { $0.running.take()?.end() }
      // One that died since the last request is no reason to refuse this one.
      guard wasRunning else { throw error }
      do { return try running().vectors(of: texts) } catch {
        state.withLock { $0.running.take()?.end() }
        throw error
      }
    }
  }
}

/// A process that runs, with our end of the socket to it.
private final class Running: Sendable {
  let model: String
  private let dimensions: Int
  private let process: pid_t
  private let line: Line

  init(_ command: String, seconds: Int) throws {
    var ends: [Int32] = [0, 0]
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | O_CLOEXEC, 0, &ends) == 0 else {
      throw Meaning.Failed(description: "there is no socket for the sentence model")
    }
    line = Line(ends[0], seconds: seconds)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      close(ends[1])
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    // A group of its own, so that it is ended with all that it began, and no
    // Ctrl-C meant for us reaches it.
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    defer { posix_spawnattr_destroy(&attributes) }
    let name = strdup(command)
    defer { free(name) }
    var environment: [UnsafeMutablePointer<CChar>?] = [
      strdup("PATH=/usr/local/bin:/usr/bin:/bin"), strdup("LANG=C.UTF-8"), nil,
    ]
    defer { for variable in environment { free(variable) } }
    var process = pid_t()
    let code = posix_spawn(&process, command, &actions, &attributes, [name, nil], &environment)
    guard code == 0 else {
      close(ends[0])
      throw Meaning.Failed(
        description: "the sentence model cannot be begun: \(String(cString: strerror(code)))")
    }
    self.process = process
    do {
      let hello = try JSONDecoder().decode(Hello.self, from: try line.read())
      guard hello.dimensions > 0, !hello.model.isEmpty else { throw Line.Broken() }
      model = hello.model
      dimensions = hello.dimensions
    } catch {
      Running.end(process, line)
      throw Meaning.Failed(description: "the sentence model ended before it was ready")
    }
  }

  func vectors(of texts: [String]) throws -> [[Float]] {
    guard
      let request = try? JSONEncoder().encode(["texts": texts]),
      case let reply = try? line.ask(request),
      let answer = reply.flatMap({ try? JSONDecoder().decode(Answer.self, from: $0) }),
      let bytes = answer.vectors.flatMap({ Data(base64Encoded: $0) }),
      bytes.count == texts.count * dimensions * 4
    else { throw Meaning.Failed(description: "the sentence model gave no answer") }
    return texts.indices.map { text in
      (0..<dimensions).map { place in
        let start = bytes.startIndex + (text * dimensions + place) * 4
        return Float(
          bitPattern: bytes[start..<start + 4].reversed().reduce(0) { $0 << 8 | UInt32($1) })
      }
    }
  }

  func end() { Running.end(process, line) }

  private static func end(_ process: pid_t, _ line: Line) {
    line.close()
    kill(-process, SIGKILL)
    waitpid(process, nil, 0)
  }

  private struct Hello: Decodable {
    let model: String
    let dimensions: Int
  }

  private struct Answer: Decodable {
    let vectors: String?
  }
}

/// One line there, one line back, with a bound on time and length.
private struct Line: Sendable {
  struct Broken: Error {}

  /// 64 texts of 384 components in base64 are 130 kB.
  private static let longest = 4 << 20

  private let socket: Int32

  init(_ socket: Int32, seconds: Int) {
    self.socket = socket
    var time = timeval(tv_sec: seconds, tv_usec: 0)
    let size = socklen_t(MemoryLayout<timeval>.size)
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &time, size)
    setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &time, size)
  }

  func ask(_ request: Data) throws -> Data {
    var left = request + [UInt8(ascii: "\n")]
    while !left.isEmpty {
      let sent = left.withUnsafeBytes {
        send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard sent > 0 else { throw Broken() }
      left = left.dropFirst(sent)
    }
    return try read()
  }

  func read() throws -> Data {
    var line = Data()
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while line.count <= Line.longest {
      let count = recv(socket, &buffer, buffer.count, 0)
      guard count > 0 else { throw Broken() }
      line += buffer[..<count]
      if line.last == UInt8(ascii: "\n") { return line }
    }
    throw Broken()
  }

  func close() { Glibc.close(socket) }
}
