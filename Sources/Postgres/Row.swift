/// The cells of one row, read once from left to right.
///
/// It lives no longer than the closure it is handed to and cannot be copied out of it.
///
/// ```swift
/// try connection.query("SELECT id, title, closed_on FROM record.call") { row in
///   Call(id: try row.next(), title: try row.next(), closedOn: try row.next())
/// }
/// ```
public struct Row: ~Copyable {
  private let answer: Answer
  private let index: Int32
  private var column: Int32 = 0

  init(_ answer: Answer, _ index: Int32) {
    self.answer = answer
    self.index = index
  }

  /// Columns in the row, read or not.
  public var count: Int { Int(answer.columnCount) }

  /// Reads the next cell.
  ///
  /// - Throws: ``DatabaseError`` of kind `decoding`, naming the column, when the cell is
  ///   NULL, is of another type, or is not there.
  public mutating func next<T: SQLValue>() throws(DatabaseError) -> T {
    try present()
  }

  /// Reads the next cell, which may be NULL.
  public mutating func next<T: SQLValue>() throws(DatabaseError) -> T? {
    try optional()
  }

  private mutating func present<T: SQLValue>() throws(DatabaseError) -> T {
    guard let value: T = try optional() else { throw fault("expected \(T.self), found NULL") }
    return value
  }

  private mutating func optional<T: SQLValue>() throws(DatabaseError) -> T? {
    let cell = try advance()
    if !T.sqlDecodes(answer.columnType(column - 1)) {
      throw fault("expected \(T.self), found another type")
    }
    guard let cell else { return nil }
    do { return try T(sqlBytes: cell) } catch { throw fault(error.note) }
  }

  /// Passes over cells, such as are known to be NULL, which takes less than to look at each.
  public mutating func skip(_ count: Int32) { column += count }

  /// Reads the next cell, an array without NULLs.
  public mutating func next<T: SQLValue>() throws(DatabaseError) -> [T] {
    guard let values: [T] = try next() else {
      throw fault("expected an array of \(T.self), found NULL")
    }
    return values
  }

  /// Reads the next cell, an array without NULLs or NULL itself.
  public mutating func next<T: SQLValue>() throws(DatabaseError) -> [T]? {
    guard let elements: [T?] = try nextArray() else { return nil }
    var values: [T] = []
    values.reserveCapacity(elements.count)
    for element in elements {
      guard let element else { throw fault("expected an array without NULLs") }
      values.append(element)
    }
    return values
  }

  /// Reads the next cell, an array with NULLs.
  public mutating func next<T: SQLValue>() throws(DatabaseError) -> [T?] {
    guard let elements: [T?] = try nextArray() else {
      throw fault("expected an array of \(T.self), found NULL")
    }
    return elements
  }

  private mutating func nextArray<T: SQLValue>() throws(DatabaseError) -> [T?]? {
    guard let cell = try advance() else { return nil }
    do { return try SQLArray.decode(cell, of: T.self) } catch { throw fault(error.note) }
  }

  private mutating func advance() throws(DatabaseError) -> UnsafeRawBufferPointer? {
    guard column < answer.columnCount else {
      throw .decoding("at most \(answer.columnCount) columns, one more was read")
    }
    defer { column += 1 }
    return answer.cell(index, column)
  }

  /// An error about the cell just read.
  private func fault(_ note: String?) -> DatabaseError {
    var error = DatabaseError(.decoding, note: note)
    error.column = answer.columnName(column - 1) ?? "\(column)"
    return error
  }
}

// Most cells are one of these. Other rooms call a generic function unspecialised, which
// takes three times as long as reading the cell; these are spelled out instead.
extension Row {
  public mutating func next() throws(DatabaseError) -> String { try present() }
  public mutating func next() throws(DatabaseError) -> String? { try optional() }
  public mutating func next() throws(DatabaseError) -> Int { try present() }
  public mutating func next() throws(DatabaseError) -> Int? { try optional() }
  public mutating func next() throws(DatabaseError) -> Bool { try present() }
}
