import ArgumentParsing
import CBuild

/// The program: one subcommand per question.
struct MinhBach: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "minhbach",
    abstract: "What moves a province's PCI transparency rank, and what it takes to raise it.",
    discussion: """
      A province is named in any spelling: "Đắk Nông", "dak nong" and daknong are
      one. Without --store the figures bundled with the program are used, of 2005 to
      2019. The rules to score by are those that the published scores prove; those of
      2009 to 2012 are fitted.

      EXAMPLES:
        minhbach score --year 2019
        minhbach profile "Đắk Nông" --year 2017
        minhbach explain "Đắk Nông" --from 2015 --to 2016
        minhbach sensitivity "Đắk Nông" --year 2017
        minhbach target "Đắk Nông" --year 2017 --rank 40 --by 2020
        minhbach check --subindex transparency --year 2017
        minhbach ingest PCI_2018.xlsx PCI_2019.xlsx --store pci.sqlite
      """,
    version: version,
    subcommands: [
      IngestCommand.self, CheckCommand.self, ScoreCommand.self, CalibrateCommand.self,
      ReconcileCommand.self, HistoryCommand.self, ProfileCommand.self, ExplainCommand.self,
      RanksCommand.self, SamplingCommand.self, RespondentsCommand.self, SensitivityCommand.self,
      TargetCommand.self, PlanCommand.self, TrackCommand.self, ReportCommand.self,
      ScenarioCommand.self,
      SimulateCommand.self, BacktestCommand.self,
      RobustnessCommand.self, RegressCommand.self,
      ImportanceCommand.self, SelectCommand.self, ComponentsCommand.self, IndexCommand.self,
      WorkbookCommand.self, ExportCommand.self, MergeCommand.self,
    ])

  /// The release, and the commit that it was built from where the build told it.
  private static var version: String {
    let commit = unsafe String(cString: minhbach_commit)
    return "0.1.0" + (commit.isEmpty ? "" : " (\(commit))")
  }
}
