import ArgumentParser
import Foundation

/// What clerks and authors do, in the order in which an inquiry comes to it;
/// each command is a client of the REST API.
var clientCommands: [any ParsableCommand.Type] {
  [
    OpenCommand.self, LaunchCommand.self, EditCommand.self, LapseCommand.self, CarryCommand.self,
    ListCommand.self, CallCommand.self, SubmissionCommand.self, CampaignCommand.self,
    DocumentCommand.self,
    SurveyCommand.self, SessionCommand.self, ImportCommand.self, EvidenceCommand.self,
    ConsentCommand.self, PersonCommand.self, WitnessCommand.self,
    PassageCommand.self, ReportCommand.self, CheckCommand.self, RemarkCommand.self,
    TraceCommand.self, FindingCommand.self,
    RecommendationCommand.self, LimbCommand.self, LineageCommand.self, EventCommand.self,
    LinkCommand.self, SuggestionCommand.self, PropositionCommand.self, ConflictCommand.self,
    ClaimCommand.self, TagCommand.self, CodebookCommand.self, MemoCommand.self, TermsCommand.self,
    StaffCommand.self,
    AuditCommand.self,
  ]
}

/// A command that asks the server: what goes wrong is one line on standard
/// error and exit code 1.
protocol ClientCommand: AsyncParsableCommand {
  func perform(on console: Console) async throws
}

extension ClientCommand {
  func run() async throws {
    let console = Console(environment: ProcessInfo.processInfo.environment)
    do {
      try await perform(on: console)
    } catch let code as ExitCode {
      throw code
    } catch let usage as ValidationError {
      throw usage
    } catch {
      console.say(Failure.line(error))
      throw Exit.refused
    }
  }
}
