import Foundation
import Subprocess

/// Other programs, and what they cost.
enum Machine {
  struct Failed: Error, CustomStringConvertible {
    let description: String
  }

  /// Runs a program to its end.
  ///
  /// By Subprocess and not Foundation's Process: that one hands its own threads'
  /// blocked signals down, and pgbench's clock is a signal.
  ///
  /// - Returns: What it wrote.
  static func run(_ words: [String]) async throws -> String {
    let name = words.first ?? ""
    let result = try await Subprocess.run(
      .name("env"), arguments: Arguments(words),
      output: .string(limit: 1 << 20), error: .string(limit: 1 << 20))
    let text = result.standardOutput + result.standardError
    guard result.terminationStatus.isSuccess else {
      throw Failed(description: "\(name) failed:\n\(text)")
    }
    return text
  }

  /// Runs a program to its end.
  ///
  /// - Returns: Megabytes of memory that it occupied at most. The kernel keeps the
  ///   peak and forgets it with the process, so it is asked fifty times a second.
  static func peak(_ words: [String]) async throws -> Double {
    let result = try await Subprocess.run(
      .name("env"), arguments: Arguments(words), input: .none,
      output: .string(limit: 1 << 24), error: .string(limit: 1 << 20)
    ) { execution -> Double in
      var peak = 0.0
      // `env` becomes the program, under its own number.
      while let now = try? memory(of: Int(execution.processIdentifier.value), "VmHWM") {
        peak = max(peak, now)
        try await Task.sleep(for: .milliseconds(20))
      }
      return peak
    }
    guard result.terminationStatus.isSuccess else {
      throw Failed(
        description: "a program failed:\n\(result.standardOutput)\(result.standardError)")
    }
    return result.closureResult
  }

  /// The number that stands first behind some words.
  static func number(after words: String, in text: String) throws -> Double {
    guard let range = text.range(of: words) else {
      throw Failed(description: "“\(words)” is not in:\n\(text)")
    }
    let digits = text[range.upperBound...].drop { $0 == " " }.prefix {
      $0.isNumber || $0 == "."
    }
    guard let number = Double(digits) else {
      throw Failed(description: "there is no number behind “\(words)” in:\n\(text)")
    }
    return number
  }

  /// The fields of /proc/PID/stat from the third on (proc(5)).
  private static func stat(_ process: Int) -> [Substring] {
    guard let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
      let name = text.lastIndex(of: ")")
    else { return [] }
    return text[text.index(after: name)...].split(separator: " ")
  }

  /// Seconds of processor time of one process.
  static func processorTime(of process: Int) -> Double { sum(stat(process), 11...12) }

  /// Seconds of processor time of a cluster: its processes that live, and those
  /// that its postmaster has seen end.
  static func processorTime(ofCluster postmaster: Int) -> Double {
    let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return processes.compactMap { Int($0) }.map(stat).filter { fields in
      fields.count > 14 && fields[1] == "\(postmaster)"
    }.reduce(sum(stat(postmaster), 11...14)) { $0 + sum($1, 11...12) }
  }

  static func parent(of process: Int) -> Int? {
    let fields = stat(process)
    return fields.count > 1 ? Int(fields[1]) : nil
  }

  private static func sum(_ fields: [Substring], _ range: ClosedRange<Int>) -> Double {
    guard fields.count > range.upperBound else { return 0 }
    return fields[range].compactMap { Double($0) }.reduce(0, +)
      / Double(sysconf(Int32(_SC_CLK_TCK)))
  }

  /// Megabytes of memory that a process occupies, or with `VmHWM` the most that it
  /// did (proc(5)).
  static func memory(of process: Int, _ field: String = "VmRSS") throws -> Double {
    let text = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
    return try number(after: "\(field):\t", in: text) * 1_024 / 1_000_000
  }

  /// Has the peak of a process begin at what it occupies now (proc(5), clear_refs).
  static func forgetPeak(of process: Int) throws {
    let place = try FileHandle(forWritingTo: URL(filePath: "/proc/\(process)/clear_refs"))
    try place.write(contentsOf: Data("5".utf8))
    try place.close()
  }

  static var load: String {
    let text = (try? String(contentsOfFile: "/proc/loadavg", encoding: .utf8)) ?? ""
    return text.split(separator: " ").prefix(3).joined(separator: " ")
  }
}
