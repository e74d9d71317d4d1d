import CLibpq

extension Connection {
  /// PostgreSQL counts parameters in 16 bits.
  private static let parameterLimit = 65_535
  /// No value of PostgreSQL is larger (its `MaxAllocSize`).
  private static let valueLimit = 1 << 30

  /// Prepares a statement unless it is, and sends it with its values.
  ///
  /// - Parameters:
  ///   - stake: What a loss would leave in doubt. While preparing that is nothing.
  ///   - configure: Called between sending and receiving.
  func prepareAndSend(
    _ sql: SQL, _ stake: Backend.Stake, _ configure: () -> Void
  ) throws(DatabaseError) {
    try requireNoStream()
    try requireSendable(sql.parameters)
    do {
      let name = try prepare(sql)
      touch()
      backend.notices.isUnreplicated = false
      let values = PackedValues(sql.parameters)
      try backend.dispatch(stake) {
        values.withPointers { count, pointers, lengths, formats in
          let sent = PQsendQueryPrepared(
            backend.handle, name, count, pointers, lengths, formats, 1)
          if sent == 1 { configure() }
          return sent
        }
      }
    } catch {
      throw remembered(error)
    }
  }

  /// Forgets every prepared statement where one was found to be stale: others over the
  /// same table are too, and a transaction has only so many attempts.
  func forgetStatements() {
    statements.removeAll()
    hasForgotten = true
  }

  private func prepare(_ sql: SQL) throws(DatabaseError) -> String {
    let types = sql.parameters.map(\.type)
    let key = StatementCache.Key(fragments: sql.fragments, types: types)
    if let name = statements.name(of: key) { return name }
    let text = sql.text
    if text.utf8.contains(0) { throw .misuse("the statement holds U+0000") }
    if hasForgotten {
      _ = try backend.exchange(.nothing) { PQsendQuery(backend.handle, "DEALLOCATE ALL") }
      hasForgotten = false
    }
    if let old = statements.makeRoom() {
      _ = try backend.exchange(.nothing) { PQsendQuery(backend.handle, "DEALLOCATE \(old)") }
    }
    let name = statements.freshName()
    _ = try backend.exchange(.nothing) {
      PQsendPrepare(backend.handle, name, text, Int32(types.count), types)
    }
    statements.insert(key, name: name)
    return name
  }

  private func requireSendable(_ parameters: [SQL.Parameter]) throws(DatabaseError) {
    guard parameters.count <= Self.parameterLimit else {
      throw .misuse("more than \(Self.parameterLimit) parameters; bind arrays instead")
    }
    for (index, parameter) in parameters.enumerated() {
      if let fault = parameter.fault {
        throw .misuse("parameter \(index + 1): \(fault.note ?? "")")
      }
      if let bytes = parameter.bytes, bytes.count >= Self.valueLimit {
        throw .misuse("parameter \(index + 1) is larger than PostgreSQL's 1 GiB")
      }
    }
  }
}

/// Parameters laid one after the other, for the pointers that libpq wants.
private struct PackedValues {
  private var bytes: [UInt8] = [0]  // never empty: an empty value needs an address too
  private var offsets: [Int?] = []
  private var lengths: [Int32] = []

  init(_ parameters: [SQL.Parameter]) {
    offsets.reserveCapacity(parameters.count)
    lengths.reserveCapacity(parameters.count)
    for parameter in parameters {
      offsets.append(parameter.bytes == nil ? nil : bytes.count)
      lengths.append(Int32(parameter.bytes?.count ?? 0))
      if let value = parameter.bytes { bytes += value }
    }
    bytes.append(0)
  }

  func withPointers(
    _ body: (Int32, [UnsafePointer<CChar>?], [Int32], [Int32]) -> Int32
  ) -> Int32 {
    bytes.withUnsafeBytes { buffer in
      let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      let pointers = offsets.map { offset in offset.flatMap { start?.advanced(by: $0) } }
      let binary = [Int32](repeating: 1, count: offsets.count)
      return body(Int32(offsets.count), pointers, lengths, binary)
    }
  }
}
