import Inquiries

/// Writes JSON straight into bytes.
///
/// Five times as fast as JSONEncoder on the listings it is for, and the order
/// of fields is the order they are written in, so the same data gives the same
/// bytes.
public struct JSONBytes {
  public private(set) var bytes: [UInt8]
  /// Whether the value about to be written follows another one.
  private var needsComma = false

  public init(capacity: Int = 1_024) {
    bytes = []
    bytes.reserveCapacity(capacity)
  }

  /// Writes an object, its fields in the order in which `fields` gives them.
  public mutating func object(_ fields: (inout JSONBytes) throws -> Void) rethrows {
    separate()
    bytes.append(UInt8(ascii: "{"))
    needsComma = false
    try fields(&self)
    bytes.append(UInt8(ascii: "}"))
    needsComma = true
  }

  /// Writes an array of whatever `elements` writes.
  public mutating func array(_ elements: (inout JSONBytes) throws -> Void) rethrows {
    separate()
    bytes.append(UInt8(ascii: "["))
    needsComma = false
    try elements(&self)
    bytes.append(UInt8(ascii: "]"))
    needsComma = true
  }

  /// Opens a field; its value must be written next.
  public mutating func name(_ name: StaticString) {
    // At once: there are as many names as values, and each append asks for room anew.
    bytes.append(addingCapacity: name.utf8CodeUnitCount + 4) { bytes in
      if needsComma { bytes.append(UInt8(ascii: ",")) }
      bytes.append(UInt8(ascii: "\""))
      for index in 0..<name.utf8CodeUnitCount { bytes.append(name.utf8Start[index]) }
      bytes.append(UInt8(ascii: "\""))
      bytes.append(UInt8(ascii: ":"))
    }
    needsComma = false
  }

  /// Opens a field whose name is not known before it runs.
  public mutating func name(of text: String) {
    value(text)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  public mutating func value(_ text: String) {
    bytes.append(addingCapacity: 2) { bytes in
      if needsComma { bytes.append(UInt8(ascii: ",")) }
      bytes.append(UInt8(ascii: "\""))
    }
    var text = text
    text.withUTF8 { utf8 in
      var clean = 0
      var index = 0
      while index < utf8.count {
        if SixteenBytes(utf8, at: index)?.arePlainInJSON ?? false {
          index += 16
          continue
        }
        let end = min(index + 16, utf8.count)
        for place in index..<end where utf8[place] < 0x20 || [0x22, 0x5C].contains(utf8[place]) {
          bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[clean..<place]))
          escape(utf8[place])
          clean = place + 1
        }
        index = end
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[clean...]))
    }
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  public mutating func value(_ number: some BinaryInteger) {
    plain(String(number))
  }

  // As the one above, without a text between: most numbers are one of these.
  public mutating func value(_ number: Int) {
    var digits = InlineArray<20, UInt8>(repeating: 0)
    var first = digits.count
    var rest = number.magnitude
    repeat {
      first -= 1
      digits[first] = UInt8(ascii: "0") + UInt8(rest % 10)
      rest /= 10
    } while rest > 0
    bytes.append(addingCapacity: digits.count - first + 2) { bytes in
      if needsComma { bytes.append(UInt8(ascii: ",")) }
      if number < 0 { bytes.append(UInt8(ascii: "-")) }
      for place in first..<digits.count { bytes.append(digits[place]) }
    }
    needsComma = true
  }

  public mutating func value(_ flag: Bool) {
    plain(flag ? "true" : "false")
  }

  public mutating func null() {
    plain("null")
  }

  fileprivate mutating func plain(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case 0x22: bytes.append(contentsOf: "\\\"".utf8)
    case 0x5C: bytes.append(contentsOf: "\\\\".utf8)
    case 0x0A: bytes.append(contentsOf: "\\n".utf8)
    case 0x0D: bytes.append(contentsOf: "\\r".utf8)
    case 0x09: bytes.append(contentsOf: "\\t".utf8)
    default:
      let digits = Array("0123456789abcdef".utf8)
      bytes.append(contentsOf: "\\u00".utf8)
      bytes.append(digits[Int(byte >> 4)])
      bytes.append(digits[Int(byte & 15)])
    }
  }
}

extension SixteenBytes {
  fileprivate var arePlainInJSON: Bool {
    !(contain(below: 0x20) || contain(0x22) || contain(0x5C))
  }
}

extension JSONBytes {
  public mutating func field(_ name: StaticString, _ text: String?) {
    self.name(name)
    if let text { value(text) } else { null() }
  }

  // Spelled out: called from another room, the generic one is not specialised.
  public mutating func field(_ name: StaticString, _ number: Int) {
    self.name(name)
    value(number)
  }

  public mutating func field(_ name: StaticString, _ number: Int?) {
    self.name(name)
    if let number { value(number) } else { null() }
  }

  public mutating func field(_ name: StaticString, _ number: (some BinaryInteger)?) {
    self.name(name)
    if let number { value(number) } else { null() }
  }

  public mutating func field(_ name: StaticString, _ flag: Bool) {
    self.name(name)
    value(flag)
  }

  public mutating func field(_ name: StaticString, _ shape: some JSONWritable) {
    self.name(name)
    shape.write(to: &self)
  }

  public mutating func field(_ name: StaticString, _ shape: (some JSONWritable)?) {
    guard let shape else { return field(name, nil as String?) }
    field(name, shape)
  }

  public mutating func field(_ name: StaticString, _ shapes: some Sequence<some JSONWritable>) {
    self.name(name)
    array { json in
      for shape in shapes { shape.write(to: &json) }
    }
  }

  public mutating func field(_ name: StaticString, texts: some Sequence<String>) {
    self.name(name)
    array { json in
      for text in texts { json.value(text) }
    }
  }
}

/// Something that the REST API sends.
public protocol JSONWritable {
  func write(to json: inout JSONBytes)
}

/// Something that it takes as well: one writer, one reader.
public protocol JSONShape: JSONWritable {
  /// - Throws: ``JSONFault`` that names the field.
  init(_ json: JSONObject) throws
}

extension JSONWritable {
  /// The bytes of its JSON.
  public var jsonBytes: [UInt8] {
    var json = JSONBytes()
    write(to: &json)
    return json.bytes
  }
}
