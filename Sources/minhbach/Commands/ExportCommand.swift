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
      Long: one figure a row, with its unit and the cell it was read from. Wide: one
      row per province and year, one column per indicator.

      EXAMPLES:
        minhbach export --store pci.sqlite --output data.csv
        minhbach export --shape wide --output transparency.xlsx
        minhbach export --units 34 --output units-2025.csv
      """)

  @Option(help: "One figure a row, or one province and year a row.")
  var shape: TableShape = .long

  @OptionGroup var data: DataOptions
  @OptionGroup var output: OutputOptions
  var streams = StandardStreams()

  func run() throws {
    let data = try data.load()
    let table = shape == .long ? data.panel.table() : data.panel.wideTable()
    try output.write(
      data.answer(
        table: table, display: table,
        settings: [("command", .text("export")), ("shape", .text(shape.rawValue))]),
      default: .csv, to: streams)
  }
}
