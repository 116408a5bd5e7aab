import Indices
import Panels
import Tables
import TestSupport
import Testing

@Suite struct IndexStructureTests {
  private func structure(_ text: String) throws -> IndexStructure {
    try IndexStructure(reading: SmallIndex.table(csv: text, file: "meta.csv"))
  }

  @Test func weightsCountAmongTheChildrenOfAParent() throws {
    let structure = try structure(
      """
      code,direction,weight,parent,level
      a,1,3,x,1
      b,-1,1,x,1
      c,1,5,y,1
      x,1,1,z,2
      y,1,1,z,2
      z,1,,,3
      """)
    #expect(structure.shares == [0.75, 0.25, 1, 0.5, 0.5, 1])
    #expect(structure.levels == [1, 1, 1, 2, 2, 3])
    #expect(structure.indicators.map(\.code) == ["a", "b", "c"])
    #expect(structure.aggregates.map(\.code) == ["x", "y", "z"])
    #expect(structure.index.code == "z")
    #expect(
      structure.elements.map(\.direction) == [.positive, .reversed] + [
        .positive, .positive, .positive, .positive,
      ])
    #expect(structure.weight(of: "a") == 0.375)
    #expect(structure.weight(of: "x") == nil)
  }

  @Test func withoutParentsThereIsOneIndexOfAll() throws {
    let structure = try structure("indicator,weight,direction\nx01,0.12,1\nx02,0.04,-1\n")
    #expect(structure.shares == [0.75, 0.25, 1])
    #expect(structure.index.code == "index")
    #expect(!structure.namesIndex)
    #expect(structure.columns == ["x01", "x02"])
  }

  @Test func branchesMayDifferInLength() throws {
    let structure = try structure(
      "code,weight,parent\na,1,x\nx,1,z\nb,2,z\nz,,\n")
    #expect(structure.levels == [1, 2, 1, 3])
    #expect(structure.aggregates.map(\.code) == ["x", "z"])
  }

  @Test func theNamesOfCOINrAreUnderstood() throws {
    let structure = try Asem.structure()
    #expect(structure.indicators.count == 49)
    #expect(
      structure.aggregates.map(\.code) == [
        "Physical", "ConEcFin", "Political", "Instit", "P2P", "Environ", "Social", "SusEcFin",
        "Conn", "Sust", "Index",
      ])
    #expect(structure.columns.suffix(4) == ["Population", "Area", "Energy", "GDP"])
    #expect(structure.indicators[0].target == 4.11803135)
  }

  @Test func newWeightsAreSharedOutAnew() throws {
    let structure = try structure("code,weight,parent\na,1,x\nb,1,x\nx,,\n")
    #expect(try structure.reweighted(["b": 3]).shares == [0.25, 0.75, 1])
    #expect(try structure.reweighted([:]) == structure)
    let flat = try SmallIndex.flat([.positive, .reversed])
    #expect(try flat.reweighted(["a": 4]).shares == [0.8, 0.2, 1])
    #expect(
      message { try structure.reweighted(["b": 0]) } == "the weight of b is not above zero")
  }

  @Test(arguments: [
    (
      "a,1,1,q,1\nx,1,1,,2",
      #"line 2, column 1: the parent "q" of a is no element itself; add a row for it"#
    ),
    ("a,1,1,x,1\na,1,1,x,1\nx,1,1,,2", #"line 3, column 1: "a" stands twice"#),
    ("a,1,0,x,1\nx,1,1,,2", "line 2, column 1: the weight of a is not above zero"),
    ("a,1,,x,1\nx,1,1,,2", #"line 2, column "weight": the cell is empty"#),
    ("a,1,much,x,1\nx,1,1,,2", #"line 2, column "weight": "much" is not a number"#),
    (
      "a,1,1,x,1\nx,1,1,,2\ny,1,1,,2",
      #"line 4, column 1: "x", "y" have no parent; only the index has none"#
    ),
    (
      "a,1,1,z,1\nx,1,1,y,2\ny,1,1,x,2\nz,1,1,,3",
      "line 3, column 1: the parents of x turn in a circle and never reach z"
    ),
    ("x,1,1,y,2\ny,1,1,x,2", "every element has a parent; the index itself has none"),
    (
      "a,1,1,x,1\ny,1,1,x,2\nx,1,1,,3",
      "line 3, column 1: y stands on level 2 and has no children; indicators stand on level 1"
    ),
    (
      "a,1,1,x,1\nx,1,1,y,2\ny,1,1,,2",
      "line 4, column 1: y stands on level 2, which is not above its children's"
    ),
    (
      "a,1,1,x,1\nx,-1,1,,2",
      "line 3, column 1: x is an aggregate, and of those more is always better"
    ),
    (
      "a,up,1,x,1\nx,1,1,,2",
      #"line 2, column 2: "up" is no direction; write 1 where more is better, else -1"#
    ),
    ("a,1,1,x,0\nx,1,1,,2", "line 2, column 5: levels count from 1"),
    ("a,1,1,x,1.5\nx,1,1,,2", #"line 2, column "level": "1.5" is not a whole number"#),
    ("", "line 1, column 1: an index needs at least one indicator, one a row"),
  ])
  func whatIsNoTreeIsTold(_ rows: String, _ expected: String) {
    let told = message { try structure("code,direction,weight,parent,level\n" + rows + "\n") }
    #expect(told == (expected.hasPrefix("line") ? "meta.csv, " : "") + expected)
  }
}
