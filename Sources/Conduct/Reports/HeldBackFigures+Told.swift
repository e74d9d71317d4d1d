import Inquiries
import Records

/// Which answers a number tells, of those that a sentence may mean.
extension HeldBackFigures {
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
}

extension ClaimFinder.ToldNumber {
  /// A percentage with its sign is one; else the sign may stand elsewhere, as over a
  /// column.
  var reading: FigureNumbers.Reading {
    form == .percentage ? .percentage : .either
  }
}
