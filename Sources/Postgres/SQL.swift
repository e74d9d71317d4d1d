/// A statement whose values travel beside it, never inside it.
///
/// Interpolating a value binds it as a parameter (`$1`, `$2`, …), interpolating
/// another `SQL` nests it and renumbers its parameters, and text is spliced only
/// under the label `unsafe:`, so that a reviewer finds every such place by name.
///
/// ```swift
/// let filter: SQL = "AND reference = \(reference)"
/// let query: SQL = "SELECT id FROM record.submission WHERE inquiry_id = \(inquiry) \(filter)"
/// ```
public struct SQL: ExpressibleByStringInterpolation, Sendable {
  /// The text around the parameters; always one more than there are parameters.
  private(set) var fragments: [String]
  private(set) var parameters: [Parameter]

  public init(stringLiteral value: String) {
    fragments = [value]
    parameters = []
  }

  public init(stringInterpolation: Interpolation) {
    fragments = stringInterpolation.fragments
    parameters = stringInterpolation.parameters
  }

  /// The text as the server sees it, parameters as `$1`, `$2`, ….
  public var text: String {
    if parameters.isEmpty { return fragments[0] }
    var text = fragments[0]
    text.reserveCapacity(fragments.reduce(parameters.count * 4) { $0 + $1.utf8.count })
    for (index, fragment) in fragments.dropFirst().enumerated() {
      text += "$"
      text += String(index + 1)
      // `$1` followed by the literal `5` must not become `$15`.
      if let next = fragment.utf8.first, (0x30...0x39).contains(next) { text += " " }
      text += fragment
    }
    return text
  }
}

extension SQL {
  /// A value on its way to the server, already encoded.
  struct Parameter: Sendable {
    let type: UInt32
    /// `nil` is NULL.
    let bytes: [UInt8]?
    /// Why the server could not take it, known without asking.
    let fault: DatabaseError?

    init<T: SQLValue>(_ value: T?) {
      type = T.sqlType
      bytes = value?.sqlBytes()
      fault = bytes.flatMap { SQLText.fault(in: $0, of: T.sqlType) }
    }

    init<T: SQLValue>(elements: [T?]?) {
      type = T.sqlArrayType
      let encoded = elements.map { SQLArray.encode($0) }
      bytes = encoded?.bytes
      fault = encoded?.fault
    }
  }

  /// Collects the pieces of an interpolated ``SQL`` literal.
  public struct Interpolation: StringInterpolationProtocol {
    fileprivate var fragments = [""]
    fileprivate var parameters: [Parameter] = []

    public init(literalCapacity: Int, interpolationCount: Int) {
      fragments.reserveCapacity(interpolationCount + 1)
      parameters.reserveCapacity(interpolationCount)
    }

    public mutating func appendLiteral(_ literal: String) {
      let last = fragments.count - 1
      // A literal of the program is taken as it is, without a copy.
      if fragments[last].isEmpty { fragments[last] = literal } else { fragments[last] += literal }
    }

    /// Binds a value.
    public mutating func appendInterpolation<T: SQLValue>(_ value: T) {
      bind(Parameter(value))
    }

    /// Binds a value, or NULL of its type.
    public mutating func appendInterpolation<T: SQLValue>(_ value: T?) {
      bind(Parameter(value))
    }

    /// Binds an array.
    public mutating func appendInterpolation<T: SQLValue>(_ values: [T]) {
      bind(Parameter(elements: values))
    }

    /// Binds an array whose elements may be NULL.
    public mutating func appendInterpolation<T: SQLValue>(_ values: [T?]) {
      bind(Parameter(elements: values))
    }

    /// Binds an array, or NULL of its type.
    public mutating func appendInterpolation<T: SQLValue>(_ values: [T]?) {
      bind(Parameter(elements: values.map { $0.map(Optional.some) }))
    }

    /// Nests another statement or part of one; its parameters are renumbered.
    public mutating func appendInterpolation(_ sql: SQL) {
      appendLiteral(sql.fragments[0])
      fragments += sql.fragments.dropFirst()
      parameters += sql.parameters
    }

    /// Splices text as it stands. Never for anything a person or a file supplied.
    public mutating func appendInterpolation(unsafe text: String) {
      appendLiteral(text)
    }

    private mutating func bind(_ parameter: Parameter) {
      parameters.append(parameter)
      fragments.append("")
    }
  }
}

extension Sequence<SQL> {
  /// Joins parts of statements, for lists of conditions or of rows.
  ///
  /// - Parameter separator: What stands between two parts, such as `" AND "`.
  /// - Returns: The parts in order, their parameters renumbered; empty for none.
  public func joined(separator: SQL) -> SQL {
    var interpolation = SQL.Interpolation(literalCapacity: 0, interpolationCount: 0)
    for (index, part) in enumerated() {
      if index > 0 { interpolation.appendInterpolation(separator) }
      interpolation.appendInterpolation(part)
    }
    return SQL(stringInterpolation: interpolation)
  }
}

// Values may be confidential: whoever prints a statement gets its text alone.
extension SQL: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  public var description: String { text }
  public var debugDescription: String { text }
  public var customMirror: Mirror { Mirror(self, children: ["text": text]) }
}
