import Logging

/// Keeps one connection on one thread and opens it again when it was lost.
final class Worker {
  private let settings: ConnectionSettings
  private let logger: Logger
  private var connection: Connection?
  private var hasRested = true

  init(_ settings: ConnectionSettings, logger: Logger) {
    self.settings = settings
    self.logger = logger
  }

  /// Runs one unit of work on a live connection.
  ///
  /// If the connection turns out dead before anything was sent that could take effect,
  /// another is opened and the unit runs once more.
  func perform<T>(_ body: (Connection) throws -> T) -> Result<T, any Error> {
    do {
      return .success(try unit(body))
    } catch let Interruption.untouched(error) {
      log(error, "connection lost before its first statement, trying another")
      do { return .success(try unit(body)) } catch { return .failure(Interruption.cause(error)) }
    } catch {
      return .failure(error)
    }
  }

  /// Notes that the session lies idle from here, and may end without our knowing.
  func rest() { hasRested = true }

  private enum Interruption: Error {
    case untouched(any Error)

    static func cause(_ error: any Error) -> any Error {
      if case .untouched(let cause) = error as? Interruption { return cause }
      return error
    }
  }

  private func unit<T>(_ body: (Connection) throws -> T) throws -> T {
    let connection = try live()
    do {
      let value = try body(connection)
      try connection.endUnit()
      return value
    } catch {
      connection.abandon()
      if connection.isLost {
        self.connection = nil
        if !connection.isTouched { throw Interruption.untouched(error) }
        log(error, "connection lost")
      }
      throw error
    }
  }

  /// Errors of other rooms may hold a person's words; only ours are known not to.
  private func log(_ error: any Error, _ what: Logger.Message) {
    let cause = (error as? DatabaseError)?.description ?? "\(type(of: error))"
    logger.warning(what, metadata: ["cause": "\(cause)"])
  }

  private func live() throws(DatabaseError) -> Connection {
    if let connection {
      connection.beginUnit(afterRest: hasRested)
      hasRested = false
      if !connection.isLost { return connection }
      logger.notice("connection ended while idle, opening another")
      self.connection = nil
    }
    let opened = try Connection(settings)
    opened.beginUnit(afterRest: false)
    logger.debug("connected", metadata: ["process": "\(opened.processID)"])
    connection = opened
    return opened
  }
}
