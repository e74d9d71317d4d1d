import ArgumentParser
import Foundation
import Inquiries
import Wire

/// `inquiry session log`
struct LogSittingCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "Log a sitting line by line, while it is spoken.",
    discussion: """
      What you type is on this machine's disk before the prompt is back, and is sent behind your \
      back, in order, whenever the network lets it. Killed or cut off, the next `session log` of \
      the sitting sends what lies there first, once. Numbers are provisional: the transcript \
      issues them. What the server does not take is kept here and told; “refused” shows it, “fix \
      r1 …” mends it and “strike r1” lets go of it.

      \(LogGrammar.help.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n"))

      In a pipe each line that is safe is answered by its id.
      Example: inquiry session log P3
      """)

  @Argument(help: SittingArgument.help)
  var sitting: SittingHandle

  @Option(
    help: ArgumentHelp(
      "How long to wait, at the end, for a network that is away.", valueName: "seconds"))
  var wait: Int = 60

  @Flag(
    help: "Take no lines; send what lies here, and let go of what the server refuses.")
  var dropRefused = false

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let client = try await options.client(console, attempts: 1, seconds: 10)
    var found = try await look(for: client, console)
    let handle = found.memory.sitting?.handle ?? sitting.description
    let spool = try LogSpool(folder: found.place.folder, name: found.place.name)
    try gather(into: spool, found, client, console)
    try await found.learn(from: client, spool)
    try refuse(found.memory.sitting, spool)
    try found.place.remember(found.memory)
    let sender = LogSender(client, spool: spool, handle: handle) { console.say($0) }
    greet(found, spool, console)
    let sending = Task { await sender.run() }
    let typing = LogTyping(
      console, place: found.place, spool: spool, sender: sender, handle: handle,
      memory: found.memory)
    let typed = dropRefused ? Typed() : try await onOwnThread(typing)
    await finish(spool, console)
    sending.cancel()
    sender.ring()
    if dropRefused { try drop(spool, console) }
    try tell(typed.kept, spool, console)
    if typed.isPrivate {
      console.say(
        "The log is still in private: until “private off”, all that is logged of the sitting is kept "
          + "from the public, whoever logs it.")
    }
    // A program that wrote what is no line must know it.
    if typed.faults > 0, !console.isTyped {
      console.say("\(Words.count(typed.faults, "command")) could not be understood; see above.")
      throw Exit.refused
    }
  }

  private func drop(_ spool: LogSpool, _ console: Console) throws {
    for (number, _) in spool.refused {
      guard let entry = try spool.drop(refused: number) else { continue }
      console.say("Let go of: \(entry.inFull): \(entry.refusal ?? "")")
      console.say("It lies in \(spool.droppedPath).")
    }
  }

  private struct Found {
    let place: LogPlace
    var memory: LogMemory
    var isReached: Bool
    /// Whether what was left in private here has been ended elsewhere.
    var isEndedElsewhere = false

    /// What is private on the server is so here, wherever it was typed. What lies here and
    /// is not on the server may be private too.
    mutating func learn(from client: InquiryClient, _ spool: LogSpool) async throws {
      guard isReached, let sitting = memory.sitting else { return }
      let path = "sittings/\(sitting.handle)/log"
      do {
        let now = try await client.get("\(path)-privacy").shape(LogPrivacy.Now.self)
        let isAllSent = spool.unsent == 0 && spool.refused.isEmpty
        isEndedElsewhere = memory.isPrivate && isAllSent && !now.isPrivate
        memory.isPrivate = now.isPrivate || (memory.isPrivate && !isAllSent)
        memory.isWrittenUp = LogClock.isOver(sitting)
        guard memory.isWrittenUp, sitting.lineCount > 0 else { return }
        let lines: [LogLine] = try await client.list(path)
        let last = lines.map(\.at).max()
        // One that went on after midnight, or on a further day, is logged as it is heard.
        memory.isWrittenUp = last.map { LogClock.isOnDay($0, of: sitting) } ?? true
        memory.lastAt = [last, memory.lastAt].compactMap { $0 }.max()
      } catch is Unreachable {
        isReached = false
      }
    }
  }

  /// The sitting as the server has it, or as it was remembered here.
  private func look(for client: InquiryClient, _ console: Console) async throws -> Found {
    let base = client.client.base
    func place(_ handle: String) -> LogPlace {
      LogPlace(console, base: base, slug: client.slug, sitting: handle)
    }
    do {
      let seen = try await client.get("sittings/\(sitting)").shape(Sitting.self)
      let home = place(seen.handle)
      var memory = home.remembered ?? LogMemory()
      memory.sitting = seen
      return Found(place: home, memory: memory, isReached: true)
    } catch is Unreachable {
      // It may be remembered under its other name.
      let home = place(sitting.description)
      let known = home.neighbours.first { $0.remembered?.sitting?.isMeant(by: sitting) ?? false }
      let place = known ?? home
      return Found(place: place, memory: place.remembered ?? LogMemory(), isReached: false)
    }
  }

  /// Takes over what lies under the sitting's other name, typed before the
  /// server had said that it is the same.
  private func gather(
    into spool: LogSpool, _ found: Found, _ client: InquiryClient, _ console: Console
  ) throws {
    guard let sitting = found.memory.sitting else { return }
    let handles = [sitting.plan.map { "P\($0)" }, sitting.number.map { "OS\($0)" }]
    for handle in handles.compactMap({ $0 }) {
      let other = LogPlace(
        console, base: client.client.base, slug: client.slug, sitting: handle)
      guard other.name != found.place.name, Files.exists("\(other.folder)/\(other.name).jsonl")
      else { continue }
      try spool.take(from: LogSpool(folder: other.folder, name: other.name))
    }
  }

  private func refuse(_ sitting: Sitting?, _ spool: LogSpool) throws {
    guard let sitting, spool.unsent == 0 else { return }
    if let day = sitting.settledOn {
      throw Refusal(
        .conflict, "sitting_settled",
        "\(sitting.inWords) was settled against its transcript on \(day.inWords); no more lines are "
          + "logged.", field: "sitting")
    }
    if sitting.state == .cancelled {
      throw Refusal(
        .conflict, "sitting_cancelled",
        "\(sitting.inWords) was cancelled: \(sitting.reason ?? "")", field: "sitting")
    }
  }

  private func greet(_ found: Found, _ spool: LogSpool, _ console: Console) {
    if let sitting = found.memory.sitting {
      console.say(
        "\(sitting.inWords), \(sitting.heldOn.inWords), heard \(sitting.hearing.inWords): "
          + (found.isReached
            ? "\(Words.count(sitting.lineCount, "line")) on the server."
            : "as it was when the server last answered."))
    }
    if !found.isReached {
      console.say("The server does not answer. What you type is kept in \(spool.path).")
    }
    if spool.unsent > 0 {
      console.say("\(Words.count(spool.unsent, "line")) of before lie here and are sent first.")
    }
    if let torn = spool.tornPath {
      console.say("A line that was cut off while it was written lies in \(torn).")
    }
    if found.memory.isPrivate { console.say("The log is in private; “private off” ends that.") }
    if found.isEndedElsewhere {
      console.say(
        "The log was left in private here and is no longer: that was ended elsewhere. “private on” "
          + "goes into private again.")
    }
    if console.isTyped { console.say("“who” shows the letters, “end” ends it.") }
  }

  /// What came of the typing.
  private struct Typed {
    var kept = 0
    var faults = 0
    var isPrivate = false
  }

  /// Typing blocks a thread; it must be none that the sending needs.
  private func onOwnThread(_ typing: sending LogTyping) async throws -> Typed {
    try await withCheckedThrowingContinuation { continuation in
      let typing = Handed(typing)
      Thread.detachNewThread {
        continuation.resume(
          with: Result {
            try typing.value.readAll()
            return Typed(
              kept: typing.value.keptCount, faults: typing.value.faultCount,
              isPrivate: typing.value.isPrivate)
          })
      }
    }
  }

  private func finish(_ spool: LogSpool, _ console: Console) async {
    let end = ContinuousClock.now + .seconds(wait)
    var told = ContinuousClock.now
    while spool.unsent > 0, ContinuousClock.now < end {
      try? await Task.sleep(for: .milliseconds(20))
      guard ContinuousClock.now - told > .seconds(2) else { continue }
      told = ContinuousClock.now
      console.say("\(Words.count(spool.unsent, "line")) not sent yet; waiting for the server.")
    }
  }

  private func tell(_ kept: Int, _ spool: LogSpool, _ console: Console) throws {
    let refused = spool.refused
    for (number, entry) in refused {
      console.say("Not taken, r\(number): \(entry.inWords): \(entry.refusal ?? "")")
    }
    guard spool.unsent + refused.count == 0 else {
      console.say(
        "\(Words.count(spool.unsent, "line")) not sent and \(refused.count) not taken lie in "
          + "\(spool.path); the next `inquiry session log \(sitting)` sends them"
          + (refused.isEmpty
            ? "." : ", and with --drop-refused lets go of what is refused again."))
      throw Exit.refused
    }
    console.say("\(Words.count(kept, "line")) logged; everything is sent.")
  }
}

/// Hands a value to the one thread that uses it from then on.
private struct Handed<Value>: @unchecked Sendable {
  let value: Value

  init(_ value: Value) {
    self.value = value
  }
}
