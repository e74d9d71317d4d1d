import Inquiries
import Synchronization
import Wire

/// Sends what lies in a spool, in order, whenever the network lets it.
///
/// Nothing waits for it but the end. What was sent and not acknowledged is sent
/// again: the server knows a line by its id.
final class LogSender: Sendable {
  struct Status: Sendable {
    /// The provisional number of the next question, as the server counts.
    var nextQuestion: Int?
    /// Lines that the server has acknowledged in this run.
    var sent = 0
    /// What is in the way at the moment.
    var trouble: String?
    /// Other clerks whose log of the sitting is in private.
    var inPrivate: [String] = []
    /// Numbers that two questions bear, such as `Q47`.
    var twice: [String] = []
  }

  private let client: InquiryClient
  private let spool: LogSpool
  private let handle: String
  private let say: @Sendable (String) -> Void
  private let state = Mutex(Status())
  private let bell = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))

  /// The first pause after a failure, and the longest; half of each is drawn, so
  /// that two clerks do not come back at once.
  private static let pauses = (first: 200, longest: 5_000)

  init(
    _ client: InquiryClient, spool: LogSpool, handle: String,
    say: @escaping @Sendable (String) -> Void
  ) {
    self.client = client
    self.spool = spool
    self.handle = handle
    self.say = say
  }

  var status: Status { state.withLock { $0 } }

  /// Says that there is something to send.
  func ring() { bell.continuation.yield() }

  /// Sends until it is cancelled.
  func run() async {
    var pause = LogSender.pauses.first
    var bells = bell.stream.makeAsyncIterator()
    while !Task.isCancelled {
      let batch = spool.next()
      guard !batch.isEmpty else {
        _ = await bells.next()
        continue
      }
      do {
        try await send(batch)
        pause = LogSender.pauses.first
        if state.withLock({ $0.trouble.take() }) != nil { say("The server answers again.") }
      } catch is CancellationError {
        return
      } catch {
        trouble(Failure.line(error))
        let wait = pause / 2 + Int.random(in: 0...pause / 2)
        try? await Task.sleep(for: .milliseconds(wait))
        pause = min(pause * 2, LogSender.pauses.longest)
      }
    }
  }

  /// Says what is in the way, once.
  private func trouble(_ sentence: String) {
    let isNew = state.withLock { state in
      defer { state.trouble = sentence }
      return state.trouble != sentence
    }
    if isNew { say("\(sentence) Lines are kept here and sent later; go on typing.") }
  }

  private func send(_ batch: [(key: Int, entry: SpoolEntry)]) async throws {
    do {
      if let first = batch.first, case .mend(let line, let change) = first.entry.content {
        try await mend(line, change)
      } else {
        try await log(batch)
      }
      try spool.acknowledge(batch.map(\.key))
      let lines = batch.count { if case .line = $0.entry.content { true } else { false } }
      state.withLock { $0.sent += lines }
    } catch let problem as ProblemShape where problem.isFinal {
      guard batch.count == 1, let only = batch.first else {
        // Which of them it is, they say one by one.
        for item in batch { try await send([item]) }
        return
      }
      try spool.refuse(only.key, "\(problem.detail) (\(problem.code))")
      say(
        "NOT taken: \(only.entry.inWords). \(problem.detail) (\(problem.code)) It is kept here as "
          + "r\(only.key + 1): “fix r\(only.key + 1) …” mends it, “strike r\(only.key + 1)” lets go of it."
      )
    }
  }

  private func log(_ batch: [(key: Int, entry: SpoolEntry)]) async throws {
    let lines = batch.compactMap { item -> NewLogLine? in
      if case .line(let line) = item.entry.content { line } else { nil }
    }
    let answer = try await client.send("POST", "sittings/\(handle)/log", LogRequest(lines))
      .shape(LogAnswer.self)
    let (before, twice) = state.withLock { state in
      defer {
        (state.nextQuestion, state.inPrivate) = (answer.nextQuestion, answer.inPrivate)
        state.twice = answer.questionsTwice
      }
      return (state.inPrivate, answer.questionsTwice.filter { !state.twice.contains($0) })
    }
    if !twice.isEmpty {
      say(
        "Two questions bear \(twice.joined(separator: " and ")); “inquiry session lines \(handle)” shows "
          + "them, and “inquiry session mend \(handle) LINE --number …” gives one another number.")
    }
    guard before != answer.inPrivate else { return }
    if answer.inPrivate.isEmpty { return say("No other log is in private any more.") }
    say(
      "The log of \(answer.inPrivate.joined(separator: " and ")) is in private: until “private off” "
        + "there, what you type is kept from the public too.")
  }

  /// Changes a line as it stands now; done already, it is done.
  private func mend(_ line: String, _ change: LineChangeRequest) async throws {
    let path = "sittings/\(handle)/log/\(Client.escaped(line))"
    for _ in 0..<3 {
      let standing = try await client.get(path).shape(LogLine.self)
      guard !change.isDone(in: standing) else { return }
      do {
        _ = try await client.send("PATCH", path, change, revision: standing.revision)
        return
      } catch let problem as ProblemShape where problem.code == "revision_differs" {
        continue
      }
    }
    throw ProblemShape(
      status: 409, code: "revision_differs",
      detail: "Line \(line) is being changed by somebody else at the same time.")
  }
}

extension ProblemShape {
  /// Whether sending the same again cannot help. A token can be renewed, a role
  /// given, a busy server waited for; what is refused for what it says stays so.
  fileprivate var isFinal: Bool {
    [400, 404, 409, 410, 412, 413, 422].contains(status) && code != "answer_not_understood"
  }
}

extension LineChangeRequest {
  /// Whether a line is as this would make it.
  fileprivate func isDone(in line: LogLine) -> Bool {
    (text == nil || text == line.text) && (isStruck == nil || isStruck == line.isStruck)
      && (kind == nil || kind == line.kind) && (at == nil || at == line.at)
      && (number == nil || number == .some(line.typedNumber))
      && (person == nil || person == .some(line.person))
      && (speaker == nil || speaker == .some(line.speaker))
      && (isStarred == nil || isStarred == line.isStarred)
      && (isPromised == nil || isPromised == line.isPromised)
      && (isPrivate == nil || isPrivate == line.isPrivate)
  }
}
