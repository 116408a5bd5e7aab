/// What the errors of a regression are taken to be like, from which its standard errors follow.
public enum ErrorKind: Sendable, Hashable, CustomStringConvertible {
  /// Of one variance, and uncorrelated.
  case classical
  /// Of any variance each, and uncorrelated (White 1980), corrected by leverage in one of four ways.
  case heteroskedastic(Leverage)
  /// Correlated in any way within the groups of one column, or of each of two
  /// (Cameron, Gelbach & Miller 2011, doi:10.1198/jbes.2010.07136).
  case cluster([String])
  /// As `cluster`, with the bias of few clusters removed (Bell & McCaffrey 2002; Pustejovsky & Tipton 2018,
  /// doi:10.1080/07350015.2016.1247004), and degrees of freedom by Satterthwaite.
  case biasReduced(String)
  /// As `cluster`, from the coefficients without each cluster (MacKinnon, Nielsen & Webb 2023).
  case jackknife(String)
  /// Correlated among units at one time, and over so many times
  /// (Driscoll & Kraay 1998, doi:10.1162/003465398557825).
  case driscollKraay(lags: Int?)
  /// Correlated over so many times within a unit (Newey & West 1987, doi:10.2307/1913610).
  case neweyWest(lags: Int?)
  /// Of one covariance among units at all times (Beck & Katz 1995, doi:10.2307/2082979), or with the column
  /// of units among the times of all units (Kiefer 1980, doi:10.1016/0304-4076(80)90008-9).
  case panelCorrected(String?)

  /// How a squared residual with leverage h is corrected.
  public enum Leverage: String, Sendable, Hashable, CaseIterable {
    /// Not at all.
    case hc0
    /// By the degrees of freedom, in the small-sample factor.
    case hc1
    /// By 1 / (1 − h): without bias where errors are of one variance.
    case hc2
    /// By 1 / (1 − h)²: nearly the jackknife.
    case hc3
  }

  /// Reads a kind of errors as the command line writes it.
  ///
  /// - Parameter text: classical, hc0 to hc3, cluster:COLUMN, cluster:COLUMN,COLUMN, cr2:COLUMN,
  ///   crv3:COLUMN, driscoll-kraay, driscoll-kraay:LAGS, newey-west, newey-west:LAGS, pcse or pcse:COLUMN.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let word = parts[0].lowercased()
    let rest = parts.count == 2 ? String(parts[1]) : nil
    let columns =
      rest?.split(separator: ",", omittingEmptySubsequences: false).map(String.init) ?? []
    if columns.contains(where: \.isEmpty) { return nil }
    let lags = rest.flatMap { Int($0) }
    if let lags, lags < 0 { return nil }
    switch (word, columns.count) {
    case ("classical", 0), ("iid", 0): self = .classical
    case ("hc0", 0), ("hc1", 0), ("hc2", 0), ("hc3", 0):
      guard let leverage = Leverage(rawValue: word) else { return nil }
      self = .heteroskedastic(leverage)
    case ("cluster", 1), ("cluster", 2):
      guard Set(columns).count == columns.count else { return nil }
      self = .cluster(columns)
    case ("cr2", 1): self = .biasReduced(columns[0])
    case ("crv3", 1), ("cr3", 1): self = .jackknife(columns[0])
    case ("driscoll-kraay", 0): self = .driscollKraay(lags: nil)
    case ("newey-west", 0): self = .neweyWest(lags: nil)
    case ("driscoll-kraay", 1) where lags != nil: self = .driscollKraay(lags: lags)
    case ("newey-west", 1) where lags != nil: self = .neweyWest(lags: lags)
    case ("pcse", 0): self = .panelCorrected(nil)
    case ("pcse", 1): self = .panelCorrected(columns[0])
    default: return nil
    }
  }

  /// The kind as the command line writes it.
  public var description: String {
    switch self {
    case .classical: "classical"
    case .heteroskedastic(let leverage): leverage.rawValue
    case .cluster(let columns): "cluster:\(columns.joined(separator: ","))"
    case .biasReduced(let column): "cr2:\(column)"
    case .jackknife(let column): "crv3:\(column)"
    case .driscollKraay(let lags): "driscoll-kraay" + (lags.map { ":\($0)" } ?? "")
    case .neweyWest(let lags): "newey-west" + (lags.map { ":\($0)" } ?? "")
    case .panelCorrected(let column): "pcse" + (column.map { ":\($0)" } ?? "")
    }
  }

  /// The columns of clusters that it needs.
  public var clusters: [String] {
    switch self {
    case .cluster(let columns): columns
    case .biasReduced(let column), .jackknife(let column): [column]
    case .panelCorrected(let column): column.map { [$0] } ?? []
    case .classical, .heteroskedastic, .driscollKraay, .neweyWest: []
    }
  }
}
