/// What every respondent answered, by question, in the order of the file.
public struct Responses: Hashable, Sendable {
  /// Responses one survey may have.
  public static let most = 1_000_000

  public let count: Int
  /// One for each question of the instrument.
  public let answers: [Answers]
  public let weights: Weights?

  public init(count: Int, answers: [Answers], weights: Weights?) {
    self.count = count
    self.answers = answers
    self.weights = weights
  }
}

/// All answers to one question, one for each respondent.
///
/// Arrays of small codes rather than a row for each answer: a hundred thousand
/// responses to fifty questions are ten megabytes and one pass.
public enum Answers: Hashable, Sendable {
  /// The place of the chosen option, from 1; 0 was skipped.
  case single([UInt16])
  /// A bit for each ticked option; 0 was skipped, ``noneTicked`` answered with none.
  case multiple([UInt64])
  /// The words, where there are any.
  case text([String?])

  /// Asked and answered, and ticked nothing.
  public static let noneTicked: UInt64 = 1 << 63
}

/// One weight for each respondent, exact: `0.8472` is 8472 at scale 4.
public struct Weights: Hashable, Sendable {
  /// Decimals a weight may have; what statistics packages write has up to 17.
  public static let mostDecimals = 20
  /// Below this, sums over a million responses stay exact in 128 bits.
  static let limit: Int128 = 1_000_000

  /// Weights multiplied by ten to the power of ``scale``.
  public let scaled: [Int128]
  public let scale: Int

  public init(scaled: [Int128], scale: Int) {
    self.scaled = scaled
    self.scale = scale
  }

  /// Brings weights as read to one scale.
  public init(_ weights: [Weight]) {
    let scale = weights.reduce(0) { max($0, $1.scale) }
    self.scale = scale
    scaled = weights.map { $0.digits * power(of: scale - $0.scale) }
  }

  /// A weighted count as people read it: whole, rounded once, half up.
  public func rounded(_ sum: Int128) -> String {
    "\((2 * sum + power(of: scale)) / (2 * power(of: scale)))"
  }

  /// A weighted count to its last digit.
  public func exact(_ sum: Int128) -> String {
    let unit = power(of: scale)
    var decimals = "\(sum % unit)"
    decimals = String(repeating: "0", count: max(0, scale - decimals.count)) + decimals
    while decimals.hasSuffix("0") { decimals.removeLast() }
    return scale == 0 || decimals.isEmpty ? "\(sum / unit)" : "\(sum / unit).\(decimals)"
  }
}

/// A decimal number as it was written, never a binary fraction of it.
public struct Weight: Hashable, Sendable {
  /// Why a weight cannot be taken.
  public enum Fault: Error, Sendable {
    case missing, negative, notANumber, decimalComma, tooLarge, tooManyDecimals
  }

  let digits: Int128
  let scale: Int

  /// Reads `1`, `0.8472`, `.5` or `8.5e-05`.
  public init(_ text: some StringProtocol) throws(Fault) {
    guard !text.isEmpty else { throw .missing }
    guard !text.hasPrefix("-") else { throw .negative }
    guard !text.contains(",") else { throw .decimalComma }
    let parts = text.split(separator: "e", maxSplits: 1, omittingEmptySubsequences: false)
    let halves =
      (parts.count == 1
        ? text.split(
          separator: "E", maxSplits: 1, omittingEmptySubsequences: false) : parts)
    var exponent = 0
    if halves.count == 2 {
      guard let power = Int(halves[1]), abs(power) <= 40 else { throw .notANumber }
      exponent = power
    }
    var value: Int128 = 0
    var decimals = 0
    var isAfterPoint = false
    var hasDigits = false
    for byte in halves[0].utf8 {
      switch byte {
      case 0x2E where !isAfterPoint: isAfterPoint = true
      case 0x30...0x39:
        hasDigits = true
        // Room for every digit that a limit below would let pass.
        guard value < power(of: 36) else { throw isAfterPoint ? .tooManyDecimals : .tooLarge }
        value = value * 10 + Int128(byte - 0x30)
        if isAfterPoint { decimals += 1 }
      default: throw .notANumber
      }
    }
    guard hasDigits else { throw .notANumber }
    decimals -= exponent
    while decimals > 0, value % 10 == 0, value > 0 {
      (value, decimals) = (value / 10, decimals - 1)
    }
    if value == 0 { decimals = 0 }
    guard decimals <= Weights.mostDecimals else { throw .tooManyDecimals }
    if decimals < 0 {
      guard value < Weights.limit, decimals >= -6 else { throw .tooLarge }
      value *= power(of: -decimals)
      decimals = 0
    }
    guard value < Weights.limit * power(of: decimals) else { throw .tooLarge }
    digits = value
    scale = decimals
  }
}

/// Ten to a power from 0 to 38.
func power(of exponent: Int) -> Int128 {
  var power: Int128 = 1
  for _ in 0..<exponent { power *= 10 }
  return power
}
