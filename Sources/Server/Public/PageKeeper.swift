import HTTPTypes
import Hummingbird
public import Logging
public import Postgres
import Records
public import ServiceLifecycle
import Synchronization

/// Keeps answers of the public surface, each made once for the version of what
/// is published, until the version moves.
///
/// The version is told by NOTIFY. An act is acknowledged after its COMMIT, and
/// PostgreSQL sends the notification at that same moment, so a page of the
/// version before can still be answered in the time that the notification takes
/// to arrive: about a millisecond on one machine. Two things bound it further.
/// Where the act is done by the same process, ``moved(to:)`` closes the window.
/// And when the connection is cut without a word, the loss is noticed after one
/// heartbeat and the time-out of its answer, by default within 17 seconds;
/// until then pages kept are answered, afterwards none are and none are kept,
/// until notifications arrive again. Whatever was being made across such a
/// break is answered and not kept: a change in between would have gone unheard.
///
/// Run it as a service; before it runs it keeps nothing.
public final class PageKeeper: Service, Sendable {
  /// One answer as it goes out.
  struct Kept: Sendable {
    let status: HTTPResponse.Status
    let contentType: String
    let body: ByteBuffer
    /// `nil` for what is no answer to a condition, such as a tombstone.
    let etag: String?
    let version: Int64
    /// `nil` for what is told alike on every day.
    let day: InquiryDay?
    /// Headers of the answer, and of 304 in its place; made once as it is.
    let headers: HTTPFields
    let unchangedHeaders: HTTPFields
    /// The body in fewer bytes, once somebody who takes it so has asked twice.
    fileprivate(set) var short: Short?

    struct Short: Sendable {
      let body: ByteBuffer
      let headers: HTTPFields
    }

    /// - Parameter common: Headers that every answer of its surface carries.
    init(
      status: HTTPResponse.Status, contentType: String, body: ByteBuffer, etag: String?,
      version: Int64, day: InquiryDay? = nil, common: HTTPFields = [:]
    ) {
      self.status = status
      self.contentType = contentType
      self.body = body
      self.etag = etag
      self.version = version
      self.day = day
      var fields = common
      // Whoever has the answer has its other headers too (RFC 9110, 15.4.5).
      var unchanged: HTTPFields = [.cacheControl: "no-cache"]
      unchanged[.eTag] = etag
      unchanged[.accessControlAllowOrigin] = common[.accessControlAllowOrigin]
      unchanged[.vary] = "Accept-Encoding"
      unchangedHeaders = unchanged
      // Kept by browsers and asked about each time: what was withdrawn must not
      // be shown from a cache that nobody asked.
      fields[.cacheControl] = "no-cache"
      fields[.eTag] = etag
      fields[.contentType] = contentType
      fields[.vary] = "Accept-Encoding"
      headers = fields
    }

    /// Memory it takes. A buffer takes a power of two, up to twice its bytes.
    var size: Int { body.storageCapacity + (short?.body.storageCapacity ?? 0) }

    /// The same with its body in fewer bytes; `nil` where nothing is won.
    func shortened() -> Kept? {
      guard status == .ok, let body = Gzip.bytes(of: body) else { return nil }
      var fields = headers
      fields[.contentEncoding] = "gzip"
      // The same words in other bytes are told by a weak tag (RFC 9110, 8.8.1).
      fields[.eTag] = etag.map { "W/" + $0 }
      var shortened = self
      shortened.short = Short(body: body, headers: fields)
      return shortened
    }
  }

  /// Shows that notifications arrived from before an answer was made.
  struct Watch: Sendable {
    fileprivate let period: Int
  }

  fileprivate struct Page {
    var kept: Kept
    var usedAt: UInt64
    /// Whether somebody was asked to shorten it.
    var isShortened = false
  }

  fileprivate struct State {
    var isListening = false
    /// Counts how often listening began.
    var period = 0
    /// The newest version heard of.
    var version: Int64 = 0
    var pages: [String: Page] = [:]
    var bytes = 0
    var clock: UInt64 = 0
  }

  private let listener: Listener
  private let limit: Int
  private let state = Mutex(State())

  /// - Parameters:
  ///   - settings: Where notifications come from: the primary, or a node that
  ///     raises them itself. A hot standby refuses to listen, and then nothing
  ///     is kept.
  ///   - limit: Bytes of bodies kept at most; the longest unused go first.
  ///   - logger: Told when listening ends and begins again.
  public init(_ settings: ConnectionSettings, limit: Int = 16 << 20, logger: Logger) {
    listener = Listener(settings, channels: [Publication.channel], logger: logger)
    self.limit = limit
  }

  /// Hears of changes until the service group shuts down.
  public func run() async throws {
    let events = listener.events()
    await withTaskCancellationOrGracefulShutdownHandler {
      for await event in events { take(event) }
      take(.lost)
      // A listener that cannot go on leaves a site that keeps nothing, not a
      // service group that stops.
      try? await gracefulShutdown()
    } onCancelOrGracefulShutdown: {
      self.listener.stop()
    }
  }

  /// Drops what is kept of earlier versions.
  ///
  /// Safe to call from anywhere, any number of times and in any order.
  ///
  /// - Parameter version: A version number of what is published that has been
  ///   committed.
  public func moved(to version: Int64) {
    state.withLock { $0.move(to: version) }
  }

  /// Whether answers are kept at the moment.
  public var isListening: Bool {
    state.withLock { $0.isListening }
  }

  func take(_ event: Listener.Event) {
    state.withLock { state in
      switch event {
      case .connected:
        state.drop()
        state.isListening = true
        state.period += 1
        state.version = 0
      case .notification(_, let payload):
        // What cannot be read means a change that cannot be told apart.
        if let version = Int64(payload) { state.move(to: version) } else { state.drop() }
      case .lost:
        state.isListening = false
        state.drop()
      }
    }
  }

  /// The answer kept for an address.
  func kept(for key: String) -> Kept? {
    state.withLock { state in
      guard let index = state.pages.index(forKey: key) else { return nil }
      state.clock += 1
      state.pages.values[index].usedAt = state.clock
      return state.pages.values[index].kept
    }
  }

  /// Whether whoever asks this is to shorten what is kept for an address: once,
  /// because others go on being answered meanwhile with what there is.
  func wantsShort(_ key: String) -> Bool {
    state.withLock { state in
      guard let page = state.pages[key], !page.isShortened else { return false }
      state.pages[key]?.isShortened = true
      return true
    }
  }

  /// Keeps an answer with its shortened body in the place of the same without it.
  func replace(_ key: String, with answer: Kept) {
    state.withLock { state in
      guard let page = state.pages[key], page.kept.version == answer.version else { return }
      state.bytes += answer.size - page.kept.size
      state.pages[key]?.kept = answer
      state.shrink(to: limit)
    }
  }

  /// To be asked for before an answer is begun; `nil` when none is kept.
  func watch() -> Watch? {
    state.withLock { $0.isListening ? Watch(period: $0.period) : nil }
  }

  /// Keeps an answer, unless a change may have gone unheard since `watch` or
  /// was heard of meanwhile.
  func keep(_ answer: Kept, for key: String, since watch: Watch?) {
    guard let watch, answer.size <= limit else { return }
    state.withLock { state in
      guard state.isListening, state.period == watch.period, answer.version >= state.version
      else { return }
      state.move(to: answer.version)
      state.clock += 1
      state.remove(key)
      state.pages[key] = Page(kept: answer, usedAt: state.clock)
      state.bytes += answer.size
      state.shrink(to: limit)
    }
  }

  /// Bytes of bodies kept.
  var size: Int {
    state.withLock { $0.bytes }
  }
}

extension PageKeeper.State {
  fileprivate mutating func move(to newer: Int64) {
    guard newer > version else { return }
    version = newer
    drop()
  }

  fileprivate mutating func drop() {
    pages = [:]
    bytes = 0
  }

  fileprivate mutating func remove(_ key: String) {
    guard let page = pages.removeValue(forKey: key) else { return }
    bytes -= page.kept.size
  }

  /// Makes room for a tenth more than is needed, so that a full store is not
  /// sorted for every page.
  fileprivate mutating func shrink(to limit: Int) {
    guard bytes > limit else { return }
    for (key, _) in pages.sorted(by: { $0.value.usedAt < $1.value.usedAt }) {
      guard bytes > limit - limit / 10, pages.count > 1 else { return }
      remove(key)
    }
  }
}
