extension Simulator {
  /// What the simulator says.
  ///
  /// In a sentence `{1}`, `{2}` stand for what is put in.
  public enum Word: String, Sendable, Hashable, CaseIterable {
    /// What the group of sliders is called.
    case title
    /// That it needs a script, and what is shown instead.
    case needsScript
    /// What the score is called.
    case score
    /// The change {1} from the score {2} of today.
    case sinceToday
    /// What the rank is called.
    case rank
    /// Rank {1} of {2}.
    case rankOf
    /// One place gained, {1}.
    case gainedOne
    /// {1} places gained.
    case gainedMany
    /// One place lost, {1}.
    case lostOne
    /// {1} places lost.
    case lostMany
    /// The rank of today.
    case noPlace
    /// What the gap to the next place up is called.
    case next
    /// To rank {1}.
    case nextRank
    /// No one is above.
    case leads
    /// What the distance from the median is called.
    case median
    /// Above the median {1}.
    case above
    /// Below the median {1}.
    case below
    /// At the median {1}.
    case level
    /// What the scores of all along a line show: the own one, today's, the median.
    case strip
    /// Goes back to today's figures.
    case today
    /// Takes the figures of the plan.
    case plan
    /// Goes back to the figures the page was opened with.
    case reset
    /// Goes back to today's figure of {1}.
    case resetOne
    /// The value of {1}, of a field beside its slider.
    case value
    /// The figure of today, of a mark below a slider: {1}.
    case todayMark
    /// The figure of the plan, likewise: {1}.
    case planMark
    /// That less is better.
    case lessIsBetter
    /// That a number should lie between {1} and {2}.
    case outside
    /// That a value lies beyond the range, and what follows.
    case passed
    /// {1} points of the score come from the indicator.
    case part
    /// The change {1} of these points, set behind.
    case partChange
    /// What a screen reader tells when a slider rests: score {1}, rank {2}, places {3}.
    case spoken
    /// Copies a link to the setting.
    case copy
    /// That the link was copied.
    case copied
    /// That the link is to be copied by hand.
    case copyByHand
    /// What the link is called.
    case link
    /// What the year of a scenario is called.
    case year
    /// What the way of reading a scenario is called.
    case kind
    /// Figures that are reached or bettered.
    case atLeast
    /// Exactly these figures.
    case exactly
    /// What comes on top of what would come by itself.
    case beyond
    /// Saves the scenario.
    case export
    /// That all other figures move where the scenario is simulated.
    case movesOn
    /// That the file {1} was saved.
    case saved

    /// How many things are put in.
    public var places: Int {
      switch self {
      case .spoken: 3
      case .sinceToday, .rankOf, .outside: 2
      case .gainedOne, .gainedMany, .lostOne, .lostMany, .nextRank, .above, .below, .level,
        .resetOne, .value, .todayMark, .planMark, .part, .partChange, .saved:
        1
      default: 0
      }
    }
  }

  /// All words in one language.
  public struct Words: Sendable, Hashable {
    let texts: [Word: String]

    /// Collects the words.
    ///
    /// - Parameter text: says each; a sentence may leave out what could be put in.
    /// - Precondition: No sentence asks for more than is put in.
    public init(_ text: (Word) -> String) {
      texts = Dictionary(uniqueKeysWithValues: Word.allCases.map { ($0, text($0)) })
      for (word, text) in texts {
        precondition(
          (word.places + 1...9).allSatisfy { !text.contains("{\($0)}") },
          "\(word) has \(word.places) things to put in, and \(text) asks for more")
      }
    }

    /// A word with what is put in.
    subscript(_ word: Word, parts: String...) -> String {
      parts.indices.reduce(texts[word] ?? "") {
        $0.replacing("{\($1 + 1)}", with: parts[$1])
      }
    }
  }
}
