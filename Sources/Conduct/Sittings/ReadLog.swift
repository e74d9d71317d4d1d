public import Inquiries
import Postgres
public import Records

extension Office {
  /// Reads the log of a sitting; of one heard in private, the reading itself is
  /// on record.
  ///
  /// - Parameters:
  ///   - ordinal: Only lines that arrived after that one.
  ///   - limit: At most so many.
  public func readLog(
    of handle: SittingHandle, after ordinal: Int, limit: Int, in slug: String, by actor: Actor
  ) async throws -> [LogLine] {
    let sitting = try await read(in: slug, by: actor) { viewpoint, connection in
      try SittingLookup.require(handle, as: viewpoint, on: connection).sitting
    }
    guard let number = sitting.number, sitting.lineCount > 0 else { return [] }
    return try await readWords(of: "OS\(number)-log", in: slug, by: actor) {
      viewpoint, connection in
      let id = try SittingLookup.require(handle, as: viewpoint, on: connection).id
      let lines = try LogLine.standing(of: id, on: connection).lines.map(\.line)
      guard ordinal > 0 || lines.count > limit else { return lines }
      // Pages follow the order of arrival, in which nothing is put in between.
      let page = Set(
        lines.map(\.ordinal).filter { $0 > ordinal }.sorted().prefix(limit))
      return lines.filter { page.contains($0.ordinal) }
    }
  }

  /// Reads one line of a log.
  public func readLine(
    _ line: String, of handle: SittingHandle, in slug: String, by actor: Actor
  ) async throws -> LogLine {
    let lines = try await readLog(of: handle, after: 0, limit: .max, in: slug, by: actor)
    guard let found = lines.first(where: { $0.id == line }) else {
      throw Refusal.noLine(line, in: "\(handle)")
    }
    return found
  }

  /// Whose log of a sitting is in private at the moment; none of its words are read.
  public func logPrivacy(
    of handle: SittingHandle, in slug: String, by actor: Actor
  ) async throws -> LogPrivacy.Now {
    try await read(in: slug, by: actor) { viewpoint, connection in
      let id = try SittingLookup.require(handle, as: viewpoint, on: connection).id
      let steps = try LogPrivacy.Step.last(of: id, on: connection)
      let names = Set(LogPrivacy.runsInPrivate(steps).map(\.loggedBy))
      return LogPrivacy.Now(
        isPrivate: names.contains(actor.name),
        inPrivate: names.subtracting([actor.name]).sorted())
    }
  }

  /// A sitting by its handle.
  public func sitting(
    _ handle: SittingHandle, in slug: String, by actor: Actor
  ) async throws -> Sitting {
    try await read(in: slug, by: actor) { viewpoint, connection in
      try SittingLookup.require(handle, as: viewpoint, on: connection).sitting
    }
  }
}

extension Refusal {
  static func noLine(_ line: String, in sitting: String) -> Refusal {
    Refusal(
      .notFound, "log_line_not_found",
      "There is no line “\(line)” in the log of \(sitting); `inquiry session lines` shows what "
        + "there is.", field: "line")
  }
}
