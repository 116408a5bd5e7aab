import ArgumentParsing
import Panels
import Tables

/// The arrangement of exported figures.
enum TableShape: String, ExpressibleByArgument, CaseIterable {
  case long, wide
}

/// The figures, for other programs.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the figures as a tidy table.",
    discussion: """
      Long: one figure a row, with its unit, the cell it was read from, and whether it
      compares with the year before. Wide: one row per province and year, one column per
      indicator.

      EXAMPLES:
        minhbach export --store pci.sqlite --output data.csv
        minhbach export --shape wide --output transparency.xlsx
        minhbach export --subindex entry_costs --output entry-costs.csv
        minhbach export --subindex scores --shape wide
        minhbach export --units 34 --output units-2025.csv
      """)

  @Option(help: "One figure a row, or one province and year a row.")
  var shape: TableShape = .long

  @Option(
    help: ArgumentHelp(
      "The sub-index, by its code; 'pci' for the total and the rank, 'scores' for the scores of all "
        + "sub-indices, or 'all'.", valueName: "name"))
  var subindex = Selection.subindex(DataOptions.subindex)

  @OptionGroup var data: DataOptions
  @OptionGroup var output: OutputOptions
  var streams = StandardStreams()

  func run() throws {
    let data = try data.load(subindex)
    let table = shape == .long ? data.panel.table() : data.panel.wideTable()
    try output.write(
      data.answer(
        table: table, display: table,
        settings: [
          ("command", .text("export")), ("subindex", .text(subindex.defaultValueDescription)),
          ("shape", .text(shape.rawValue)),
        ]),
      default: .csv, to: streams)
  }
}
