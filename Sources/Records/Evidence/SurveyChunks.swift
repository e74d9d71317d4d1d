import Surveys

/// Answers and weights as they are kept: arrays of fixed width, in pieces of
/// 65,536 respondents, the widest of which is a megabyte.
enum SurveyChunks {
  static let respondents = 65_536

  static func chunks(of answers: Answers) -> [[UInt8]] {
    switch answers {
    case .single(let codes): pieces(codes)
    case .multiple(let masks): pieces(masks)
    case .text: []
    }
  }

  static func pieces<Value: FixedWidthInteger>(_ values: [Value]) -> [[UInt8]] {
    stride(from: 0, to: values.count, by: respondents).map { start in
      values[start..<min(start + respondents, values.count)].flatMap { value in
        withUnsafeBytes(of: value.littleEndian) { Array($0) }
      }
    }
  }

  /// The values of a piece.
  static func values<Value: FixedWidthInteger>(_ bytes: [UInt8]) -> [Value] {
    let width = Value.bitWidth / 8
    return bytes.withUnsafeBytes { raw in
      (0..<raw.count / width).map { place in
        Value(littleEndian: raw.loadUnaligned(fromByteOffset: place * width, as: Value.self))
      }
    }
  }
}
