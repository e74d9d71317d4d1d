/// Whom the speeches of an Akoma Ntoso debate are by.
///
/// What `by` refers to decides; a label is never read as a person. Who is not
/// declared, or is a role, stays nobody, with the label that was printed.
struct AkomaNtosoSpeakers {
  struct Speaker {
    var name: String?
    var label: String?
    var isChair: Bool
  }

  private struct Doubt {
    let code: String
    let line: Int
    var count: Int
    let message: String
  }

  /// Somebody who speaks and whom no list names.
  private struct Heard {
    let name: String
    let role: String?
    var isAnswering: Bool
  }

  let meta: AkomaNtosoMeta
  private var doubts: [String: Doubt] = [:]
  private var heard: [Heard] = []
  private var places: [String: Int] = [:]

  init(meta: AkomaNtosoMeta) { self.meta = meta }

  mutating func read(_ spoken: AkomaNtosoUtterance, label: String?, line: Int) -> Speaker {
    let who = AkomaNtosoMeta.bare(spoken.by)
    let reference = meta.reference(spoken.by)
    let role = spoken.as.isEmpty ? nil : meta.reference(spoken.as)?.name
    var speaker = Speaker(name: nil, label: label, isChair: false)
    if let reference, ["TLCPerson", "TLCOrganization"].contains(reference.kind) {
      if Self.isUnknown(reference) {
        doubt("unknown", "speaker_unknown", "is by a speaker who is declared as unknown", line)
      } else if meta.isShared(reference.name) {
        speaker.label = label ?? reference.name
        doubt(
          who, "label_ambiguous", "is by “\(reference.name)”, a name that several bear", line)
      } else {
        speaker.name = reference.name
        hear(reference.name, role: role, isAnswering: spoken.kind == "answer")
      }
    } else if let reference {
      speaker.label = label ?? reference.name
      doubt(
        who, "speaker_is_role", "is by “\(reference.name)”, which is declared as no person", line)
    } else if who.isEmpty {
      doubt("", "speaker_empty", "names no speaker", line)
    } else {
      speaker.label = label ?? who
      doubt(
        who, "speaker_undeclared", "is by “\(who.prefix(80))”, whom the file does not declare", line
      )
    }
    let office = role ?? (spoken.as.isEmpty ? nil : AkomaNtosoMeta.bare(spoken.as))
    speaker.isChair = Self.isChair(office) || (office == nil && Self.isChair(speaker.label))
    return speaker
  }

  private mutating func hear(_ name: String, role: String?, isAnswering: Bool) {
    if let place = places[name] {
      heard[place].isAnswering = heard[place].isAnswering && isAnswering
    } else {
      places[name] = heard.count
      heard.append(Heard(name: name, role: role, isAnswering: isAnswering))
    }
  }

  private mutating func doubt(_ who: String, _ code: String, _ words: String, _ line: Int) {
    doubts[who, default: Doubt(code: code, line: line, count: 0, message: words)].count += 1
  }

  /// One remark for each who is not sure, however often they speak.
  var remarks: [PaperRemark] {
    doubts.values.sorted { $0.line < $1.line }.map { doubt in
      let more = doubt.count > 1 ? ", and \(doubt.count - 1) more," : ""
      return PaperRemark(
        code: doubt.code,
        message: "The speech on line \(doubt.line)\(more) \(doubt.message); say who it is.",
        line: doubt.line)
    }
  }

  /// Those who spoke and whom no list names: who only answers as witnesses,
  /// everybody else as members.
  func unlisted(
    besides listed: Set<String>
  ) -> (members: [MemberPresent], witnesses: [WitnessListed]) {
    let new = heard.filter { !listed.contains($0.name) }
    return (
      new.filter { !$0.isAnswering }.map { MemberPresent(name: $0.name) },
      new.filter(\.isAnswering).map { WitnessListed(name: $0.name, role: $0.role) }
    )
  }

  private static func isUnknown(_ reference: AkomaNtosoMeta.Reference) -> Bool {
    reference.name.isEmpty || reference.name.squeezed == "unknown"
      || reference.href.hasSuffix("/unknown")
  }

  private static func isChair(_ words: String?) -> Bool {
    guard let words, case .chair = LabelBook().read(words) else { return false }
    return true
  }
}
