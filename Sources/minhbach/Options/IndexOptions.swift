import ArgumentParsing
import Indices
import Panels

/// The index that a command is about.
struct IndexOptions: ParsableArguments {
  @Option(help: "The sub-index, or 'pci' for the total of the index.")
  var subindex = DataOptions.subindex

  /// The figures the index is made of.
  var selection: Selection {
    subindex == Codebook.wholeIndex ? .scores : .subindex(subindex)
  }
}
