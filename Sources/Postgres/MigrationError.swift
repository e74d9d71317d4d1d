/// Why migrations were not read or not applied.
public enum MigrationError: Error, Sendable, Hashable {
  /// The directory cannot be read.
  case directory(path: String, problem: String)
  /// A file is not a migration; line 0 is its name.
  case file(name: String, line: Int, problem: String)
  /// The files and the ledger tell different histories.
  case diverged(MigrationDivergence)
  /// A statement failed; what came before it in the same transaction was rolled back.
  case failed(title: String, step: Int, line: Int?, cause: DatabaseError)
  /// A file that is to be one transaction ended it.
  case endedTransaction(title: String)
}

extension MigrationError: CustomStringConvertible, CustomDebugStringConvertible {
  public var description: String { text { $0.description } }

  /// With the server's message, which may quote a value of the data being migrated.
  public var debugDescription: String { text { $0.debugDescription } }

  private func text(_ words: (DatabaseError) -> String) -> String {
    switch self {
    case .directory(let path, let problem): "\(path): \(problem)"
    case .file(let name, 0, let problem): "\(name): \(problem)"
    case .file(let name, let line, let problem): "\(name):\(line): \(problem)"
    case .diverged(let divergence): divergence.description
    case .failed(let title, let step, let line, let cause):
      "\(title).sql\(line.map { ":\($0)" } ?? ""), step \(step): \(words(cause))"
    case .endedTransaction(let title):
      "\(title).sql ends the transaction it runs in, so that part of it may have stayed; "
        + "take COMMIT and ROLLBACK out of it"
    }
  }
}

/// Two histories side by side: the files' and the ledger's.
public struct MigrationDivergence: Sendable, Hashable, CustomStringConvertible {
  /// One migration as each side knows it.
  public struct Line: Sendable, Hashable {
    public let file: String?
    public let database: String?
    /// What is wrong with it; `nil` where both agree.
    public let problem: String?
  }

  public let lines: [Line]

  public var description: String {
    let width = lines.map { $0.file?.count ?? 1 }.max() ?? 0
    let databaseWidth = lines.map { $0.database?.count ?? 1 }.max() ?? 0
    let pad = { (text: String, width: Int) in
      text + String(repeating: " ", count: max(0, width - text.count))
    }
    var rows = ["  " + pad("files", width) + "   database"]
    for line in lines {
      let row = "  " + pad(line.file ?? "-", width) + "   "
      let database = line.database ?? "-"
      let remark = line.problem.map { pad(database, databaseWidth) + "   <- " + $0 }
      rows.append(row + (remark ?? database))
    }
    return "the migrations in the files and in the database differ; nothing was applied\n"
      + rows.joined(separator: "\n")
  }
}
