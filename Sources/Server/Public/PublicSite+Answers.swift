import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import Inquiries
import Postgres
import Records

extension PublicSite {
  /// What is answered where there is nothing; the same bytes for every cause.
  func nothing(at path: String, _ method: HTTPRequest.Method) -> Response {
    finished(notice(.notFound, isData: PublicTarget.isData(path)), method, path)
  }

  /// Answers a request of the public surface.
  func respond(to request: Request) async -> Response {
    let path = request.uri.path
    let isData = PublicTarget.isData(path)
    guard request.method == .get || request.method == .head else {
      var response = notice(.methodNotAllowed, isData: isData)
      response.headers[.allow] = "GET, HEAD"
      return finished(response, request.method, path)
    }
    // Keys of pages are their addresses, so what is kept needs no further look.
    if request.uri.query == nil, let kept = keeper.kept(for: path),
      kept.day?.holds(at: clock()) ?? true
    {
      let response = again(kept, for: path, request)
      return request.method == .head ? response.createHeadResponse() : response
    }
    do {
      return finished(
        try await response(to: request, PublicTarget(path: path)), request.method, path)
    } catch let problem as PublicProblem {
      return finished(response(of: problem.answer), request.method, path)
    } catch {
      return finished(notice(failure(error), isData: isData), request.method, path)
    }
  }

  private func response(to request: Request, _ target: PublicTarget) async throws -> Response {
    switch target {
    case .asset(let name): return asset(name, request)
    case .accessibility: return response(of: .page(accessibility))
    case .moved(let address):
      return Response(status: .permanentRedirect, headers: [.location: address])
    case .nowhere: return notice(.notFound, isData: PublicTarget.isData(request.uri.path))
    case .page(.evidence(let slug)): return try await evidence(of: slug, request)
    case .page(.session(let slug, let number)):
      let place = PublicPlace.session(slug, number)
      return try await kept(
        place.address, request, alone: { try pages.sessionAlone(number, of: slug, on: $0) },
        { try pages.answer(place, at: $1, on: $0) })
    case .page(let place):
      return try await kept(place.address, request) { try pages.answer(place, at: $1, on: $0) }
    case .data(.evidence(let slug)):
      let query = try EvidenceQueryReader(request.uri.query, isFromForm: false).read()
      let key = PublicTarget.api + query.address(Address.evidence(slug))
      return try await kept(key, request) { connection, _ in
        try data.evidence(of: slug, query, on: connection)
      }
    case .data(let place):
      try PublicQuery.refuse(request.uri.query)
      return try await kept(PublicTarget.api + place.address, request) {
        try data.answer(place, at: $1, on: $0)
      }
    case .passages(let slug):
      let query = try PassageQuery(request.uri.query)
      let key = "\(PublicTarget.api)/passages/\(slug) \(query.after.text) \(query.limit)"
      return try await kept(
        key, request,
        alone: { try data.passagesAlone(of: slug, query, on: $0) },
        { connection, _ in try data.passages(of: slug, query, on: connection) })
    }
  }

  /// The listing over all evidence: what its query means stands at one address,
  /// to which every other way of writing it leads.
  private func evidence(of slug: String, _ request: Request) async throws -> Response {
    let reader = EvidenceQueryReader(request.uri.query)
    guard reader.faults.isEmpty else {
      let refusal = try await pool.transaction(PublicSite.reading) {
        try pages.refusal(of: slug, reader, on: $0)
      }
      return refusal.map(response) ?? notice(.notFound, isData: false)
    }
    let address = reader.query.address(Address.evidence(slug))
    guard reader.query.text == request.uri.query ?? "" else {
      return Response(status: .seeOther, headers: [.location: address])
    }
    return try await kept(address, request) { connection, _ in
      try pages.evidence(of: slug, reader.query, on: connection)
    }
  }

  /// One snapshot, so that version and words are of one moment.
  private static let reading = TransactionOptions(isolation: .repeatableRead, isReadOnly: true)

  /// Answers with what is kept, or makes it anew.
  ///
  /// - Parameter alone: Makes it without a transaction, of one moment all the same, which
  ///   saves journeys to the database; `nil` when it takes one.
  private func kept(
    _ key: String, _ request: Request,
    alone: (@Sendable (Connection) throws -> (version: Int64, answer: PublicAnswer)?)? = nil,
    _ make: @escaping @Sendable (Connection, Instant) throws -> PublicAnswer?
  ) async throws -> Response {
    let now = clock()
    if let kept = keeper.kept(for: key), kept.day?.holds(at: now) ?? true {
      return again(kept, for: key, request)
    }
    let watch = keeper.watch()
    let made = try await pool.run { connection in
      if let told = try alone?(connection) {
        return (version: told.version, answer: Optional(told.answer))
      }
      return try connection.transaction(PublicSite.reading) {
        let answer = try make(connection, now)
        return (
          version: try answer?.version ?? Publication.version(on: connection), answer: answer
        )
      }
    }
    guard let answer = made.answer else {
      return notice(.notFound, isData: PublicTarget.isData(request.uri.path))
    }
    let fresh = PageKeeper.Kept(
      status: answer.status, contentType: answer.contentType,
      body: answer.body,
      etag: answer.status == .ok ? etag(made.version, key, answer.day) : nil,
      version: made.version, day: answer.day,
      common: headers.all(isData: PublicTarget.isData(request.uri.path)))
    keeper.keep(fresh, for: key, since: watch)
    return response(of: fresh, request)
  }

  private func etag(_ version: Int64, _ key: String, _ day: InquiryDay?) -> String {
    let key = SiteFiles.hex(SHA256.hash(data: Array(key.utf8)))
    return "\"\(version)-\(drawnBy)-\(key)\(day.map { "-\($0.day)" } ?? "")\""
  }

  /// Answers with what was kept, in fewer bytes to whoever takes it so. It is
  /// shortened for the second who asks: what is asked for once is not worth it.
  private func again(
    _ kept: PageKeeper.Kept, for key: String, _ request: Request
  ) -> Response {
    guard Gzip.isTaken(request.headers[values: .acceptEncoding]) else {
      return response(of: kept, request)
    }
    if kept.short == nil, keeper.wantsShort(key), let shortened = kept.shortened() {
      keeper.replace(key, with: shortened)
      return response(of: shortened, request, isShort: true)
    }
    return response(of: kept, request, isShort: true)
  }

  private func response(
    of kept: PageKeeper.Kept, _ request: Request, isShort: Bool = false
  ) -> Response {
    if let etag = kept.etag, Condition.holds(request.headers[values: .ifNoneMatch], etag) {
      return Response(status: .notModified, headers: kept.unchangedHeaders)
    }
    if isShort, let short = kept.short {
      return Response(
        status: kept.status, headers: short.headers, body: ResponseBody(byteBuffer: short.body))
    }
    return Response(
      status: kept.status, headers: kept.headers, body: ResponseBody(byteBuffer: kept.body))
  }

  private func response(of answer: PublicAnswer) -> Response {
    Response(
      status: answer.status,
      headers: [.contentType: answer.contentType, .cacheControl: "no-cache"],
      body: ResponseBody(byteBuffer: answer.body))
  }

  private func asset(_ name: String, _ request: Request) -> Response {
    guard let asset = files.assets[name] else { return notice(.notFound, isData: false) }
    let etag = "\"\(asset.digest)\""
    // Under its digest it never changes; a year is what HTTP calls for ever.
    let isNamed = request.uri.query == "v=\(asset.digest)"
    var headers: HTTPFields = [
      .cacheControl: isNamed ? "public, max-age=31536000, immutable" : "no-cache", .eTag: etag,
    ]
    if Condition.holds(request.headers[values: .ifNoneMatch], etag) {
      return Response(status: .notModified, headers: headers)
    }
    headers[.contentType] = asset.contentType
    return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: asset.body))
  }

  private func notice(_ notice: Notice, isData: Bool) -> Response {
    var response = response(
      of: isData
        ? PublicProblem(notice).answer
        : .page(notices[notice] ?? ByteBuffer(), status: notice.status))
    response.headers[.cacheControl] = "no-store"
    // The database is back within four seconds of a fault (operations.md 12, R3).
    if notice == .unavailable { response.headers[.retryAfter] = "5" }
    return response
  }

  /// Our errors' descriptions hold no data; of others only the type is told.
  private func failure(_ error: any Error) -> Notice {
    guard let error = error as? DatabaseError else {
      if !(error is CancellationError) {
        logger.error("a public page failed", metadata: ["error": "\(type(of: error))"])
      }
      return error is CancellationError ? .unavailable : .fault
    }
    switch error.kind {
    case .unavailable, .statementTimeout, .lockTimeout, .serializationFailure, .deadlock:
      return .unavailable
    default:
      logger.error("a public page failed", metadata: ["error": "\(error)"])
      return .fault
    }
  }

  private func finished(
    _ response: Response, _ method: HTTPRequest.Method, _ path: String
  ) -> Response {
    let response = headers.added(to: response, isData: PublicTarget.isData(path))
    return method == .head ? response.createHeadResponse() : response
  }
}
