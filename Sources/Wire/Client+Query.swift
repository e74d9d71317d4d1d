extension Client {
  /// A query for the end of a path, in which a name may come several times;
  /// what is `nil` is left out.
  public static func query(_ items: [(name: String, value: String?)]) -> String {
    let given = items.compactMap { item in item.value.map { "\(item.name)=\(escaped($0))" } }
    return given.isEmpty ? "" : "?" + given.joined(separator: "&")
  }
}
