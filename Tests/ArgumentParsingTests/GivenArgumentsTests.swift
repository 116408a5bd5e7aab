import ArgumentParsing
import Testing

@Suite struct GivenArgumentsTests {
  struct Tool: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "tool", subcommands: [Draw.self])
  }

  struct Group: ParsableArguments {
    @Option var seed: UInt64 = 1
    @Flag(name: .shortAndLong) var quiet = false
  }

  struct Draw: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "draw")

    @Argument(help: "A file.") var file: String?
    @Option(name: .shortAndLong) var year: Int?
    @Option var weight: [Double] = []
    @OptionGroup var group: Group
    var given = GivenArguments()
  }

  private func words(_ arguments: [String], without names: Set<String> = []) throws -> [String] {
    let command = try Tool.parseAsRoot(["draw"] + arguments)
    return try #require(command as? Draw).given.words(without: names)
  }

  @Test func wordsOfOneMeaningAreTheSame() throws {
    let expected = [
      "draw", "--year=2017", "--weight=1", "--weight=-2", "--seed=3", "--quiet", "a b",
    ]
    #expect(
      try words(["--seed", "3", "a b", "-q", "--weight", "1", "-y", "2017", "--weight=-2"])
        == expected)
    #expect(
      try words([
        "--year=2000", "--weight=1", "--weight", "-2", "a b", "--seed=3", "-q", "-y", "2017",
      ])
        == expected)
    // What is read back is what was given.
    #expect(try words(Array(expected.dropFirst())) == expected)
  }

  @Test func optionsAreLeftOutByTheirLongNames() throws {
    #expect(
      try words(["-q", "--seed", "2", "x"], without: ["--quiet", "--seed"]) == ["draw", "x"])
    #expect(try words([]) == ["draw"])
  }

  @Test func anArgumentThatLooksLikeAnOptionIsSetOff() throws {
    #expect(try words(["--", "--year"]) == ["draw", "--", "--year"])
    #expect(try words(["-"]) == ["draw", "-"])
    #expect(try words(["--", "--year"]) == words(["--", "--year"]))
  }

  @Test func aCommandThatNoWordsHaveCalledWasGivenNothing() {
    #expect(GivenArguments().words().isEmpty)
  }
}
