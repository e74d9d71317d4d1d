import Inquiries
import Tagging
import Testing

@Suite struct RecordAlignmentTests {
  private static func turn(
    _ block: Int, _ label: String, _ text: String, _ kind: PassageKind = .turn
  ) -> RecordAlignment.Piece {
    .init(
      kind: kind, block: block, person: nil, label: label, isChair: label == "Chair", text: text)
  }

  private let record = [
    turn(0, "Chair", "Welcome to you all, and thank you for coming."),
    turn(1, "Chair", "What did you see?"),
    turn(1, "Ann Quill", "We saw that the buses came late in every month of the winter."),
    turn(1, "Bo Reed", "I agree."),
    turn(1, "Ann Quill", "The figures are in our paper, which we sent to the committee in May."),
    turn(2, "Chair", "Who pays?"),
    turn(2, "Bo Reed", "The county does."),
  ]

  private func align(_ file: [RecordAlignment.Piece]) -> (places: [Int?], misfits: [String]) {
    let (places, _, misfits) = RecordAlignment.align(record: record, file: file)
    return (
      places, misfits.map { "\($0.kind.rawValue) \($0.record.lowerBound)-\($0.record.count)" }
    )
  }

  private func changed(_ change: (inout [RecordAlignment.Piece]) -> Void) -> [RecordAlignment.Piece]
  {
    var file = record
    change(&file)
    return file
  }

  @Test func `words that changed keep their place`() {
    let file = changed {
      $0[2] = Self.turn(
        1, "Ann Quill", "We found that the trains came late in every month of the winter.")
      $0[3] = Self.turn(1, "Bo Reed", "I do not.")
      $0[6] = Self.turn(2, "Bo Reed", "The county.")
    }
    let found = align(file)
    #expect(found.misfits == [])
    #expect(found.places == [0, 1, 2, 3, 4, 5, 6])
  }

  @Test func `a turn that is gone, added, split or joined is told and its question left`() {
    #expect(align(changed { $0.remove(at: 3) }).misfits == ["gone 3-1"])
    let added = align(changed { $0.insert(Self.turn(1, "Cy Fox", "So do I."), at: 4) })
    #expect(added.misfits == ["added 4-0"])
    #expect(added.places == [0, nil, nil, nil, nil, 6, 7])
    let split = changed {
      $0[2] = Self.turn(1, "Ann Quill", "We saw that the buses came late")
      $0.insert(Self.turn(1, "Ann Quill", "in every month of the winter."), at: 3)
    }
    #expect(align(split).misfits == ["split 2-1"])
    let joined = changed {
      $0[3] = Self.turn(1, "Bo Reed", "I agree. \($0[4].text)")
      $0.remove(at: 4)
    }
    #expect(align(joined).misfits == ["joined 3-2"])
    #expect(align(changed { $0.removeLast(2) }).misfits == ["gone 5-2"])
    #expect(
      align(changed { $0.append(Self.turn(3, "Chair", "And then?")) }).misfits == ["added 7-0"])
  }

  @Test func `who else speaks is told and never taken`() {
    let same = changed { $0[3] = Self.turn(1, "Cy Fox", "I agree.") }
    #expect(align(same).misfits == ["other_speaker 3-1"])
    let other = changed { $0[3] = Self.turn(1, "Cy Fox", "I do agree.") }
    #expect(align(other).misfits == ["other_speaker 3-1"])
  }

  @Test func `what has its place beside a misfit is told with its question`() {
    for words in ["I agree.", "I do agree."] {
      let file = changed {
        $0[3] = Self.turn(1, "Cy Fox", words)
        $0[4] = Self.turn(
          1, "Ann Quill", "The figures are in our paper, which we sent to the committee in June.")
      }
      let found = RecordAlignment.align(record: record, file: file)
      #expect(found.places == [0, nil, nil, nil, nil, 5, 6])
      #expect(found.besideMisfits == [nil, 1, 2, 3, 4, nil, nil])
      #expect(found.misfits.map(\.kind) == [.otherSpeaker])
    }
  }

  @Test func `turns that changed places, or read like nothing before, are not guessed`() {
    let swapped = changed {
      $0[2] = Self.turn(
        1, "Ann Quill", "The figures are all in our paper, which we sent to the committee in May.")
      $0[3] = Self.turn(1, "Bo Reed", "I agreed.")
      $0[4] = Self.turn(
        1, "Ann Quill", "We saw that the buses came late in each month of the winter.")
    }
    #expect(align(swapped).misfits == ["unclear 2-3"])
    let foreign = changed {
      $0[2] = Self.turn(
        1, "Ann Quill", "Nobody here has any idea whether harbours freeze over at all, Chair.")
    }
    #expect(align(foreign).misfits == ["unclear 2-1"])
  }

  @Test func `a file that is the same is all in place`() {
    #expect(align(record).places == [0, 1, 2, 3, 4, 5, 6])
    #expect(align(record).misfits == [])
  }

  @Test func `a record of ten thousand turns is aligned at once`() {
    let long = (0..<10_000).map { Self.turn($0 / 4, "Ann", "Turn \($0) of many, said slowly.") }
    var file = long
    for place in stride(from: 0, to: 10_000, by: 7) {
      file[place] = Self.turn(place / 4, "Ann", "Turn \(place) of many, said more slowly.")
    }
    let start = ContinuousClock.now
    let found = RecordAlignment.align(record: long, file: file)
    #expect(found.misfits == [])
    #expect(found.places == Array(0..<10_000))
    #expect(ContinuousClock.now - start < .seconds(10))
  }
}
