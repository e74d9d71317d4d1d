/// Vectors of pieces of text side by side, each around the middle of them all.
///
/// All that one inquiry hears is about one subject, so all its vectors point
/// much the same way; what tells them apart is how they differ from the middle.
/// A component is a byte, so that the vectors of a whole inquiry fit in memory.
struct MeaningMatrix: Sendable {
  private static let width = MeaningVector.dimensions

  private var middle = [Float](repeating: 0, count: width)
  private var cells: [Int8] = []
  /// What a row's cells are multiplied by to have length 1.
  private var scales: [Float] = []
  /// The context that a row belongs to.
  private(set) var unitOf: [Int32] = []

  var count: Int { scales.count }

  /// Takes the middle of these vectors; before any row is added.
  mutating func settle(on vectors: some Sequence<[UInt8]>) {
    var sum = [Float](repeating: 0, count: Self.width)
    var count: Float = 0
    for vector in vectors.lazy.flatMap(MeaningVector.read) {
      for place in 0..<Self.width { sum[place] += vector[place] }
      count += 1
    }
    // Of a handful of sentences the middle is one of them, and no middle.
    if count >= 100 { middle = sum.map { $0 / count } }
  }

  /// Adds the vectors of a passage.
  ///
  /// - Returns: The rows they got.
  mutating func append(_ bytes: [UInt8], of unit: Int32) -> Range<Int> {
    let first = count
    for vector in MeaningVector.read(bytes) {
      let around = around(vector)
      let largest = around.reduce(0) { max($0, abs($1)) }
      scales.append(largest / 127)
      unitOf.append(unit)
      cells += around.map { largest > 0 ? Int8(($0 * 127 / largest).rounded()) : 0 }
    }
    return first..<count
  }

  /// As seen from the middle, of length 1.
  func around(_ vector: [Float]) -> [Float] {
    let unit = MeaningVector.unit(vector)
    return MeaningVector.unit((0..<Self.width).map { unit[$0] - middle[$0] })
  }

  /// One row, about of length 1.
  func row(_ row: Int) -> [Float] {
    (0..<Self.width).map { Float(cells[row * Self.width + $0]) * scales[row] }
  }

  func lengthOfSum(_ rows: Range<Int>) -> Float {
    var sum = [Float](repeating: 0, count: Self.width)
    for row in rows {
      for place in 0..<Self.width {
        sum[place] += Float(cells[row * Self.width + place]) * scales[row]
      }
    }
    return sum.reduce(0) { $0 + $1 * $1 }.squareRoot()
  }

  /// The cosine of a vector, seen from the middle, with every row.
  ///
  /// - Parameter vector: As ``around(_:)`` gives it.
  func nearness(to vector: [Float]) -> [Float] {
    // Whole numbers: 384 products of at most 127 × 8191 stay below 2^31.
    let largest = max(vector.reduce(0) { max($0, abs($1)) }, .leastNormalMagnitude)
    let sought = vector.map { Int16(($0 * 8_191 / largest).rounded()) }
    let scale = largest / 8_191
    let width = Self.width
    return [Float](unsafeUninitializedCapacity: count) { nearness, filled in
      cells.withUnsafeBufferPointer { cells in
        sought.withUnsafeBufferPointer { sought in
          for row in 0..<count {
            let start = row &* width
            var sum: Int32 = 0
            for place in 0..<width {
              sum &+= Int32(cells[start &+ place]) &* Int32(sought[place])
            }
            nearness[row] = Float(sum) * scales[row] * scale
          }
        }
      }
      filled = count
    }
  }
}
