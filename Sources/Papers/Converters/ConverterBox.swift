import Subprocess

/// The bounds around one run of a converter.
struct ConverterBox {
  struct TimeIsUp: Error {}

  /// How the run ended.
  struct Outcome {
    let status: TerminationStatus
    let output: [UInt8]
    let complaint: String
  }

  let program: String
  let recipe: ConverterRecipe
  let limits: Converter.Limits

  /// The first line that the script writes when it had to leave the network on.
  fileprivate static let openNetwork = "box: network open"

  /// Sets the bounds, gives up the network where that is allowed and becomes
  /// the program. Its arguments: kilobytes of memory, seconds, the program, its
  /// own arguments. 64 files and 100 MB a file are more than a filter needs.
  private static let script = """
    ulimit -v "$1" || exit 126
    ulimit -S -t "$2" || exit 126
    ulimit -n 64 || exit 126
    ulimit -f 204800 || exit 126
    shift 2
    if unshare -rn true 2>/dev/null; then exec unshare -rn "$@"; fi
    echo "\(openNetwork)" >&2
    exec "$@"
    """

  /// Complaints longer than this end the run as too large.
  private static let complaintBytes = 256 * 1024

  func run(on input: [UInt8]) async throws -> Outcome {
    let seconds = limits.time.components.seconds + 1
    var options = PlatformOptions()
    options.createSession = true
    options.teardownSequence = [
      .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .milliseconds(100))
    ]
    let configuration = Configuration(
      executable: .path("/bin/sh"),
      arguments: Arguments(
        [
          "-c", ConverterBox.script, "box", "\(limits.memoryMegabytes * 1024)", "\(seconds)",
          program,
        ]
          + recipe.arguments),
      environment: .custom(["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": "/nonexistent"]),
      workingDirectory: "/",
      platformOptions: options)
    let time = limits.time
    let outputBytes = limits.outputBytes
    return try await withThrowingTaskGroup(of: Outcome?.self) { group in
      group.addTask {
        let descriptor = try ConverterInput.descriptor(input)
        let result = try await Subprocess.run(
          configuration,
          input: .fileDescriptor(.init(rawValue: descriptor), closeAfterSpawningProcess: true),
          output: .bytes(limit: outputBytes),
          error: .string(limit: ConverterBox.complaintBytes))
        return Outcome(
          status: result.terminationStatus, output: result.standardOutput,
          complaint: result.standardError)
      }
      group.addTask {
        try await Task.sleep(for: time)
        return nil
      }
      defer { group.cancelAll() }
      guard let first = try await group.next(), let outcome = first else { throw TimeIsUp() }
      return outcome
    }
  }
}

extension ConverterBox.Outcome {
  /// Past this share of the complaint nobody reads on.
  private static let quotedCharacters = 300

  func conversion(
    _ fault: ConverterFault
  ) throws(PaperError) -> Conversion {
    var lines = complaint.split(whereSeparator: \.isNewline).map(String.init)
    var notes: [String] = []
    if lines.first == ConverterBox.openNetwork {
      lines.removeFirst()
      notes.append(
        "\(fault.recipe.program) ran without its own network: "
          + "this kernel does not let the service give the network up.")
    }
    switch status {
    case .exited(0):
      return Conversion(output: output, notes: notes)
    case .exited(let code) where fault.recipe.memoryStatuses.contains(code):
      throw fault.tooLarge
    case .exited(let code) where fault.recipe.inputStatuses.contains(code):
      throw fault.damaged
    case .exited(let code):
      let reason = lines.first.map { String($0.prefix(Self.quotedCharacters)) }
      throw fault.failed(reason ?? "it ended with status \(code) and said nothing")
    case .signaled(let signal) where signal == 24:
      // SIGXCPU: the bound on processor time, when the wall clock was slower.
      throw fault.timedOut
    case .signaled(let signal):
      throw fault.failed("it was ended by signal \(signal)")
    }
  }
}
