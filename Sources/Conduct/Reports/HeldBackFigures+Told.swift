import Inquiries
import Records

/// Which answers a number tells, of those that a sentence may mean.
extension HeldBackFigures {
  /// Whether it is a number of the label of one of these answers: the 2 of `2 to 5 hours`.
  func isOfLabel(
    _ number: ClaimFinder.ToldNumber, in prose: Prose, of places: Set<SurveyFigure.Place>
  ) -> Bool {
    guard number.form == .plain else { return false }
    let setting = NumberSetting(number.range, of: number.sentence, in: prose)
    return places.contains { labels[$0].map { setting.isNumber(of: $0) } == true }
  }

  func told(
    by number: ClaimFinder.ToldNumber, of places: Set<SurveyFigure.Place>
  ) -> Set<SurveyFigure.Place> {
    places.filter { held[$0]?.everybody.isTold(by: number.value, as: number.reading) == true }
  }

  /// Of questions of which one answer is cited: what their tables show may be meant.
  func told(
    by number: ClaimFinder.ToldNumber, ofQuestions places: Set<SurveyFigure.Place>
  ) -> Set<SurveyFigure.Place> {
    places.filter { place in
      held[place]?.everybody.isTold(
        by: number.value, as: number.reading,
        butFor: shown(of: place.survey, question: place.answer.question)) == true
    }
  }

  /// Of surveys that are cited as a whole: what their tables show may be meant.
  func told(
    by number: ClaimFinder.ToldNumber, ofWhole places: Set<SurveyFigure.Place>
  ) -> Set<SurveyFigure.Place> {
    places.filter { place in
      held[place]?.everybody.isTold(
        by: number.value, as: number.reading, butFor: shown(of: place.survey)) == true
    }
  }

  /// Of the groups that the tables of questions and surveys tell apart.
  ///
  /// Groups have so many small figures that “one of the reasons” or “four in five” would
  /// be among them nearly always; what a ratio comes to is looked for by itself.
  ///
  /// - Parameter isCell: Whether it stands in a table, where a percentage has no sign.
  func told(
    by number: ClaimFinder.ToldNumber, inGroupsOf places: Set<SurveyFigure.Place>, isCell: Bool
  ) -> Set<SurveyFigure.Place> {
    let isRound = number.form == .ofRatio && number.value <= Fraction(10)
    guard !isRound, number.words.lowercased() != "one" else { return [] }
    let reading = number.reading == .either && !isCell ? .count : number.reading
    return places.filter { place in
      held[place]?.groups.isTold(
        by: number.value, as: reading, butFor: shown(of: place.survey)) == true
    }
  }
}

extension ClaimFinder.ToldNumber {
  /// A percentage with its sign is one; else the sign may stand elsewhere, as over a
  /// column.
  var reading: FigureNumbers.Reading {
    form == .percentage ? .percentage : .either
  }
}
