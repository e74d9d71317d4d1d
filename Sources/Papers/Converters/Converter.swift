import Subprocess

/// The one door to programs that are not ours.
///
/// A program gets bytes on its standard input and gives bytes on its standard
/// output, in a box: a session of its own that is killed whole when its time is
/// up, bounds on memory and output, an empty environment, and no network where
/// the kernel lets an unprivileged process give it up.
public struct Converter: Sendable {
  /// Bounds on one run.
  public struct Limits: Sendable {
    public var time: Duration
    /// Address space; the recipes bound the heap more tightly themselves.
    public var memoryMegabytes: Int
    public var outputBytes: Int

    /// Half a minute holds the longest draft: pandoc took 12 s for 5 MB.
    public init(
      time: Duration = .seconds(30), memoryMegabytes: Int = 4_000,
      outputBytes: Int = 32 * 1024 * 1024
    ) {
      self.time = time
      self.memoryMegabytes = memoryMegabytes
      self.outputBytes = outputBytes
    }
  }

  let limits: Limits
  let searchPath: String

  /// For papers that come in: 64 MB hold the words of a thousand pages.
  public static let forPapers = Converter(limits: Limits(outputBytes: 64 * 1024 * 1024))

  /// - Parameters:
  ///   - limits: Bounds on each run.
  ///   - searchPath: Folders in which programs are looked for, joined by colons.
  public init(
    limits: Limits = Limits(), searchPath: String = "/usr/local/bin:/usr/bin:/bin"
  ) {
    self.limits = limits
    self.searchPath = searchPath
  }

  /// Runs a recipe on bytes.
  ///
  /// - Parameters:
  ///   - recipe: What to run.
  ///   - input: What the program reads.
  ///   - fileName: The paper it was read from, for errors.
  /// - Returns: What the program wrote, and what the box could not hold.
  /// - Throws: A ``PaperError`` with the code `converter_missing`,
  ///   `converter_timed_out`, `converter_too_large` or `converter_failed`, or `paper_damaged` when the
  ///   program says that the fault is in the paper.
  public func run(
    _ recipe: ConverterRecipe, on input: [UInt8], fileName: String
  ) async throws(PaperError) -> Conversion {
    let fault = ConverterFault(recipe: recipe, limits: limits, fileName: fileName)
    let program = try await find(recipe, fault)
    let box = ConverterBox(program: program, recipe: recipe, limits: limits)
    let outcome: ConverterBox.Outcome
    do {
      outcome = try await box.run(on: input)
    } catch let error as SubprocessError {
      throw error.code == .outputLimitExceeded ? fault.tooLarge : fault.failed("\(error)")
    } catch is ConverterBox.TimeIsUp {
      throw fault.timedOut
    } catch {
      throw fault.failed("\(error)")
    }
    return try outcome.conversion(fault)
  }

  private func find(
    _ recipe: ConverterRecipe, _ fault: ConverterFault
  ) async throws(PaperError) -> String {
    do {
      return try await Executable.name(recipe.program)
        .resolveExecutablePath(in: .custom(["PATH": searchPath])).string
    } catch {
      throw fault.missing
    }
  }
}

/// What a converter gave.
public struct Conversion: Sendable {
  public let output: [UInt8]
  /// Sentences for the operator, such as that the network could not be cut off.
  public let notes: [String]
}

/// The ways in which a converter fails, each in its own words.
struct ConverterFault {
  let recipe: ConverterRecipe
  let limits: Converter.Limits
  let fileName: String

  var missing: PaperError {
    make(
      "converter_missing",
      "\(recipe.program) is not installed here; an operator gets it with “\(recipe.remedy)”.")
  }

  var timedOut: PaperError {
    make(
      "converter_timed_out",
      "\(recipe.program) was stopped after \(limits.time.components.seconds) seconds; "
        + "make the paper smaller or simpler.")
  }

  var tooLarge: PaperError {
    make(
      "converter_too_large",
      "\(recipe.program) would take more memory or write more than is allowed; "
        + "make the paper smaller or simpler.")
  }

  var damaged: PaperError {
    make(
      "paper_damaged",
      "\(fileName) is damaged: \(recipe.program) cannot read it; open it in the program that made it and save it again."
    )
  }

  func failed(_ reason: String) -> PaperError {
    make("converter_failed", "\(recipe.program) failed: \(reason)")
  }

  private func make(_ code: String, _ message: String) -> PaperError {
    PaperError(code: code, message: message, file: fileName)
  }
}
