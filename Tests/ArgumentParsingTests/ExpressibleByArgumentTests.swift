import ArgumentParsing
import Testing

struct ExpressibleByArgumentTests {
  @Test(arguments: [
    "nan", "-nan", "inf", "infinity", "-inf", "0x1p3", "1e999", "", " 1", "1,5", "e",
  ])
  func doubleRefusesWhatIsNoDecimalNumber(text: String) {
    #expect(Double(argument: text) == nil)
  }

  @Test(arguments: [
    ("1", 1), ("-1.5", -1.5), ("+2", 2), (".5", 0.5), ("1e-3", 0.001), ("1E3", 1000),
  ])
  func doubleReadsDecimalNumbers(text: String, value: Double) {
    #expect(Double(argument: text) == value)
  }

  @Test func integersRefuseFractionsAndOverflow() {
    #expect(Int(argument: "-12") == -12)
    #expect(Int(argument: "1.0") == nil)
    #expect(Int(argument: "9223372036854775808") == nil)
    #expect(UInt64(argument: "18446744073709551615") == .max)
    #expect(UInt64(argument: "-1") == nil)
  }

  @Test func boolReadsTrueAndFalseOnly() {
    #expect(Bool(argument: "true") == true)
    #expect(Bool(argument: "false") == false)
    #expect(Bool(argument: "yes") == nil)
    #expect(Bool.allValueStrings == ["true", "false"])
  }

  @Test func enumsReadAndListTheirRawValues() {
    #expect(Format(argument: "csv") == .csv)
    #expect(Format(argument: "CSV") == nil)
    #expect(Format.allValueStrings == ["table", "csv", "json"])
    #expect(Format.json.defaultValueDescription == "json")
  }

  @Test func enumsOfNumbersListTheirNumbers() {
    enum Level: Int, ExpressibleByArgument, CaseIterable {
      case low = 1
      case high = 9
    }
    #expect(Level(argument: "9") == .high)
    #expect(Level.allValueStrings == ["1", "9"])
  }

  @Test func ownTypesReadThemselves() throws {
    struct Names: ExpressibleByArgument, Equatable {
      let names: [String]

      init?(argument: String) {
        names = argument.split(separator: ",").map(String.init)
        if names.isEmpty { return nil }
      }

      var defaultValueDescription: String { names.joined(separator: ",") }
    }
    struct Command: ParsableCommand {
      @Option() var regressors: Names
    }
    #expect(try Command.parse(["--regressors", "a,b"]).regressors.names == ["a", "b"])
    #expect(throws: (any Error).self) { try Command.parse(["--regressors", ","]) }
  }
}
