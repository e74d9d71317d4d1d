/// The columns of a response file, found.
struct ColumnPlaces {
  private let header: [String]
  private let fileName: String
  private(set) var places: [String: Int] = [:]
  private(set) var weight: Int?
  private(set) var respondent: Int?

  init(
    header: [String], mapping: ResponseMapping, codebook: Codebook, fileName: String
  ) throws(PaperError) {
    self.header = header
    self.fileName = fileName
    var used: Set<Int> = []
    for name in mapping.ignored.sorted() { used.insert(try place(of: name, option: "--ignore")) }
    let left = used
    for name in codebook.columnNames {
      let place = try place(
        of: mapping.names[name] ?? name, option: "--map", leaving: left, wanted: name)
      used.insert(place)
      places[name] = place
    }
    if let stranger = mapping.names.keys.sorted().first(where: { places[$0] == nil }) {
      throw fault(
        "response_column_unknown",
        "--map names the column “\(stranger)”, which the codebook does not have; the name of the codebook stands before the “=”."
      )
    }
    weight = try mapping.weight.map { name throws(PaperError) in
      try place(of: name, option: "--weight", leaving: left)
    }
    respondent = try mapping.respondent.map { name throws(PaperError) in
      try place(of: name, option: "--respondent", leaving: left)
    }
    used.formUnion([weight, respondent].compactMap { $0 })
    for place in header.indices where !used.contains(place) {
      let name = header[place]
      throw fault(
        name.isEmpty ? "response_column_unnamed" : "response_column_unexpected",
        name.isEmpty
          ? "Column \(place + 1) of \(fileName) has no name; say what it is with --map NAME=#\(place + 1), or leave it out with --ignore #\(place + 1)."
          : "Column \(place + 1) of \(fileName), “\(name)”, is not in the codebook; add it there, or leave it out with --ignore.",
        line: 1)
    }
  }

  private func place(
    of name: String, option: String, leaving: Set<Int> = [], wanted: String? = nil
  ) throws(PaperError) -> Int {
    if name.hasPrefix("#"), let number = Int(name.dropFirst()) {
      guard header.indices.contains(number - 1) else {
        throw fault(
          "response_column_missing",
          "\(option) names column \(number), and \(fileName) has \(header.count).")
      }
      return number - 1
    }
    let found = header.indices.filter { header[$0] == name && !leaving.contains($0) }
    guard let place = found.first else {
      throw fault(
        "response_column_missing",
        "\(fileName) has no column “\(name)”\(wanted == nil ? ", which \(option) names" : ", which the codebook expects"); say which it is with --map \(wanted ?? name)=HEADER\(separatorHint).",
        line: 1)
    }
    guard found.count == 1 else {
      throw fault(
        "response_column_repeated",
        "Columns \(found.map { "\($0 + 1)" }.joined(separator: " and ")) of \(fileName) are both named “\(name)”; leave one out with --ignore #\(found[found.count - 1] + 1).",
        line: 1)
    }
    return place
  }

  private var separatorHint: String {
    guard header.count == 1 else { return "" }
    let met = [";", "\t", "|"].first { header[0].contains($0) }
    return met.map {
      "; its header is one field, so give --separator \($0 == "\t" ? "tab" : "\"\($0)\"") if that separates them"
    } ?? ""
  }

  private func fault(_ code: String, _ message: String, line: Int? = nil) -> PaperError {
    PaperError(code: code, message: message, file: fileName, line: line)
  }
}
