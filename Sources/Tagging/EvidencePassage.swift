public import Inquiries

/// A passage as it comes into the index of an inquiry's evidence.
public struct EvidencePassage: Sendable {
  public let passage: Identifier<Passage>
  public let version: Identifier<PassageVersion>
  /// The question block it stands in; a passage without one is its own context.
  public let block: Int64?
  public let kind: SourceKind
  /// The witness group of whoever speaks or wrote.
  public let group: String?
  /// Whether it can be evidence: the question itself and what members say are
  /// context of the answers.
  public let isEvidence: Bool
  /// Whether its words are to be read at its source alone, where that goes on
  /// record.
  public let isConfidential: Bool
  public let text: String
  /// Vectors of its ``SentenceWindows``, one after the other, a byte for each
  /// component; `nil` while there are none.
  public let vectors: [UInt8]?

  public init(
    passage: Identifier<Passage>, version: Identifier<PassageVersion>, block: Int64?,
    kind: SourceKind, group: String?, isEvidence: Bool, isConfidential: Bool, text: String,
    vectors: [UInt8]?
  ) {
    self.passage = passage
    self.version = version
    self.block = block
    self.kind = kind
    self.group = group
    self.isEvidence = isEvidence
    self.isConfidential = isConfidential
    self.text = text
    self.vectors = vectors
  }
}

/// Vectors of a sentence model as they are kept: only their direction counts.
public enum MeaningVector {
  /// Components of one vector.
  public static let dimensions = 384

  /// A byte for each component, its largest one 127 or -127. What is lost is
  /// below a hundredth of the angle between two sentences.
  public static func bytes(of vector: [Float]) -> [UInt8] {
    let largest = vector.reduce(0) { max($0, abs($1)) }
    guard largest > 0 else { return Array(repeating: 0, count: vector.count) }
    return vector.map { UInt8(bitPattern: Int8(($0 * 127 / largest).rounded())) }
  }

  /// Of length 1; all zeros stay so.
  static func unit(_ vector: [Float]) -> [Float] {
    let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return length > 0 ? vector.map { $0 / length } : vector
  }

  /// The kept vectors again, each of length 1.
  static func read(_ bytes: [UInt8]) -> [[Float]] {
    stride(from: 0, to: bytes.count - bytes.count % dimensions, by: dimensions).map { start in
      unit(bytes[start..<start + dimensions].map { Float(Int8(bitPattern: $0)) })
    }
  }
}
