/// A queue whose both ends are cheap: an array and the place its front has moved to.
struct Line<Element> {
  private var elements: [Element?] = []
  private var front = 0

  var first: Element? { front < elements.count ? elements[front] : nil }

  func count(where condition: (Element) -> Bool) -> Int {
    elements[front...].count { $0.map(condition) ?? false }
  }

  mutating func append(_ element: Element) { elements.append(element) }

  mutating func popFirst() -> Element? {
    guard front < elements.count else { return nil }
    defer { advance() }
    return elements[front]
  }

  /// Removes elements from the front for as long as the condition holds.
  @discardableResult
  mutating func dropFirst(while condition: (Element) -> Bool) -> [Element] {
    var dropped: [Element] = []
    while let first, condition(first) {
      dropped.append(first)
      advance()
    }
    return dropped
  }

  mutating func removeAll() -> [Element] {
    defer { self = Line() }
    return elements[front...].compactMap { $0 }
  }

  private mutating func advance() {
    elements[front] = nil
    front += 1
    // Half of it is behind us: move up, which each element pays for once.
    if front * 2 >= elements.count {
      elements.removeFirst(front)
      front = 0
    }
  }
}
