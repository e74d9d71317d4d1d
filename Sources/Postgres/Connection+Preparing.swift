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
      try backend.dispatch(stake) {
        packed(sql.parameters) { count, pointers, lengths, formats in
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
    for index in parameters.indices {
      if let fault = parameters[index].fault {
        throw .misuse("parameter \(index + 1): \(fault.note ?? "")")
      }
      if let count = parameters[index].bytes?.count, count >= Self.valueLimit {
        throw .misuse("parameter \(index + 1) is larger than PostgreSQL's 1 GiB")
      }
    }
  }
}

/// Lays parameters one after the other, for the pointers that libpq wants.
///
/// - Parameter send: Given the number of parameters, and for each its address or NULL, its
///   length in bytes and its format, which is binary.
private func packed(
  _ parameters: [SQL.Parameter],
  _ send: (
    Int32, UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?
  ) -> Int32
) -> Int32 {
  let count = parameters.count
  // One more than there are: an empty value needs an address too.
  let size = parameters.indices.reduce(1) { $0 + (parameters[$1].bytes?.count ?? 0) }
  return withUnsafeTemporaryAllocation(byteCount: size, alignment: 1) { bytes in
    withUnsafeTemporaryAllocation(of: UnsafePointer<CChar>?.self, capacity: count) { pointers in
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: 2 * count) { numbers in
        var end = 0
        for index in 0..<count {
          let value = parameters[index].bytes
          let place = bytes.baseAddress?.advanced(by: end).assumingMemoryBound(to: CChar.self)
          pointers[index] = value == nil ? nil : place.map { UnsafePointer($0) }
          numbers[index] = Int32(value?.count ?? 0)
          numbers[count + index] = 1
          if let value {
            bytes[end...].copyBytes(from: value)
            end += value.count
          }
        }
        return send(
          Int32(count), pointers.baseAddress, numbers.baseAddress,
          numbers.baseAddress.map { $0 + count })
      }
    }
  }
}
