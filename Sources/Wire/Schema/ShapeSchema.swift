/// What the value of a field is.
public indirect enum FieldForm: Hashable, Sendable {
  /// A text without NUL, with what is wanted of it in words.
  case text(String? = nil)
  case day
  case word([String])
  case number(ClosedRange<Int> = FieldForm.wholeNumbers)
  case flag
  case list(FieldForm)
  case shape(ShapeSchema)

  /// Numbers that every reader of JSON has exactly (RFC 8259, 6).
  public static let wholeNumbers = -9_007_199_254_740_991...9_007_199_254_740_991
}

/// The fields of a shape of the API: what a request may and must say, and what
/// an answer says.
///
/// Of a ``JSONShape`` it is recorded from its own reader and writer. Where
/// there is only a writer it is written by hand beside it, and tests hold real
/// answers to it.
public struct ShapeSchema: Hashable, Sendable {
  public struct Field: Hashable, Sendable {
    public let name: String
    public var form: FieldForm
    /// Whether a request must say it.
    public var isRequired = true
    /// Whether an answer may say `null`.
    public var isNullable = false
    /// Whether every answer says it, be it `null`.
    public var isAlwaysWritten = true

    public init(_ name: String, _ form: FieldForm) {
      self.name = name
      self.form = form
    }
  }

  /// Its name in answers; requests have ``requestName``.
  public let name: String
  public var fields: [Field]
  /// Groups of fields of which a request says exactly one.
  public var exclusive: [[String]] = []
  /// Why it could not be recorded.
  public var fault: String?

  public init(_ name: String, _ fields: [Field]) {
    self.name = name
    self.fields = fields
  }

  public var requestName: String {
    "\(name)Request"
  }
}

extension ShapeSchema.Field {
  public static func text(_ name: String) -> Self { Self(name, .text()) }
  public static func day(_ name: String) -> Self { Self(name, .day) }
  public static func number(_ name: String) -> Self { Self(name, .number()) }
  public static func flag(_ name: String) -> Self { Self(name, .flag) }
  public static func texts(_ name: String) -> Self { Self(name, .list(.text())) }

  public static func word<Word: RawRepresentable & CaseIterable>(
    _ name: String, _: Word.Type
  ) -> Self where Word.RawValue == String {
    Self(name, .word(Word.allCases.map(\.rawValue)))
  }

  public static func shape(_ name: String, _ schema: ShapeSchema) -> Self {
    Self(name, .shape(schema))
  }

  public static func shapes(_ name: String, _ schema: ShapeSchema) -> Self {
    Self(name, .list(.shape(schema)))
  }

  /// The same, which may be `null`.
  public var orNull: Self {
    var field = self
    field.isNullable = true
    return field
  }

  /// The same, which an answer may leave out.
  public var orLeftOut: Self {
    var field = self
    field.isAlwaysWritten = false
    return field
  }
}
