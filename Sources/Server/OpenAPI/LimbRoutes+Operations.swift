import Conduct
import Inquiries
import Wire

extension LimbRoutes {
  static var operations: [Operation] {
    limbs.tagged("Conclusions") + events.tagged("Events")
  }

  private static let at = Operation.inquiry

  private static var limbs: [Operation] {
    [
      .get(
        at + "recommendations/{name}/proposed-limbs", "proposeLimbs",
        "How grammar takes a recommendation apart; nothing is kept of it.",
        answers: ListShape<LimbProposalShape>.self),
      .act(
        .post, at + "recommendations/{name}/limbs", "editLimbs",
        "Confirms limbs of a recommendation as given, and drops others.", EditLimbs.self,
        takes: .shape(LimbsRequest.self), answers: Recommendation.self
      ).revised,
      .act(
        .put, at + "recommendations/{name}/lineage", "traceLineage",
        "Says which earlier recommendations one takes up.", TraceLineage.self,
        takes: .shape(LineageRequest.self), answers: Recommendation.self
      ).revised,
    ]
  }

  private static var events: [Operation] {
    [
      .get(
        at + "events", "listEvents", "Events that deadlines wait for.",
        answers: ListShape<AwaitedEvent>.self),
      .act(
        .post, at + "events", "awaitEvent", "Enters an event that deadlines may wait for.",
        AwaitEvent.self, takes: .shape(EventRequest.self), answers: AwaitedEvent.self
      ).answering(201),
      .act(
        .post, at + "events/{key}/log", "logEvent",
        "Logs that an event happened, which starts the clocks that wait for it.", LogEvent.self,
        takes: .shape(EventLogRequest.self), answers: AwaitedEvent.self
      ).revised,
    ]
  }
}
