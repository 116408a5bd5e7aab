import Plans
import Tables

extension Progress.Status {
  /// How an indicator stands.
  var phrase: Phrase {
    switch self {
    case .reached: Phrase("reached")
    case .onCourse: Phrase("on course")
    case .late: Phrase("late")
    case .notReported: Phrase("not reported")
    }
  }
}

extension Checklist {
  /// How far the list is, in a sentence for each group.
  func notes(on date: CalendarDate) -> [Phrase] {
    counts(on: date).map { count in
      Phrase(
        """
        \(count.group): \(count.done) of \(count.items) done, \(count.linked) with a link.
        """)
    }
  }
}
