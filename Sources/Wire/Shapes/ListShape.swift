/// How many things an act was done to.
public struct CountShape: JSONShape, Sendable {
  public let count: Int

  public init(_ count: Int) {
    self.count = count
  }

  public init(_ json: JSONObject) throws {
    count = try json.number("count")
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in json.field("count", count) }
  }
}

/// A listing.
public struct ListShape<Element: JSONWritable>: JSONWritable {
  public let items: [Element]

  public init(_ items: [Element]) {
    self.items = items
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in json.field("items", items) }
  }
}

extension ListShape: JSONShape where Element: JSONShape {
  public init(_ json: JSONObject) throws {
    items = try json.shapes("items")
  }
}

extension ListShape: Sendable where Element: Sendable {}
