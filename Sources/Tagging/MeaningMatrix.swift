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

  /// The cosines of vectors, seen from the middle, with every row, vector by vector.
  ///
  /// - Parameter vectors: As ``around(_:)`` gives them.
  func nearness(to vectors: [[Float]]) -> [[Float]] {
    let sought = vectors.map(Sought.init)
    var nearness = vectors.map { _ in [Float](repeating: 0, count: count) }
    // Some rows at a time for all vectors: memory is slower than the products.
    for start in stride(from: 0, to: count, by: Self.rowsAtOnce) {
      let rows = start..<min(start + Self.rowsAtOnce, count)
      for (place, sought) in sought.enumerated() { put(sought, rows, &nearness[place]) }
    }
    return nearness
  }

  /// Some 100 kB of cells.
  private static let rowsAtOnce = 256

  /// A vector in whole numbers: 384 products of at most 127 × 8191 stay below 2^31.
  private struct Sought {
    let cells: [Int16]
    let scale: Float

    init(_ vector: [Float]) {
      let largest = max(vector.reduce(0) { max($0, abs($1)) }, .leastNormalMagnitude)
      cells = vector.map { Int16(($0 * 8_191 / largest).rounded()) }
      scale = largest / 8_191
    }
  }

  private func put(_ sought: Sought, _ rows: Range<Int>, _ nearness: inout [Float]) {
    let width = Self.width
    nearness.withUnsafeMutableBufferPointer { nearness in
      cells.withUnsafeBytes { cells in
        sought.cells.withUnsafeBytes { soughtCells in
          for row in rows {
            let start = row &* width
            var sums = SIMD4<Int32>()
            for place in stride(from: 0, to: width, by: 8) {
              let cells = cells.loadUnaligned(
                fromByteOffset: start &+ place, as: SIMD8<Int8>.self)
              let factors = soughtCells.loadUnaligned(
                fromByteOffset: 2 &* place, as: SIMD8<Int16>.self)
              // Neighbours added at once: the processor has one instruction for the two.
              let products =
                SIMD8<Int32>(truncatingIfNeeded: cells) &* SIMD8<Int32>(truncatingIfNeeded: factors)
              sums &+= products.evenHalf &+ products.oddHalf
            }
            nearness[row] = Float(sums.wrappedSum()) * scales[row] * sought.scale
          }
        }
      }
    }
  }
}
