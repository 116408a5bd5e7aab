import Panels
import Storage
import Tables
import TestSupport
import Testing

@Suite struct RemarkTests {
  private let folder: TemporaryDirectory
  private let path: String

  init() throws {
    folder = try TemporaryDirectory()
    path = folder.file("figures.sqlite")
  }

  private func open() throws -> PanelStore { try PanelStore(path: path, creating: true) }

  @Test(arguments: Remark.Severity.allCases)
  func aRemarkComesBackAsItWentIn(severity: Remark.Severity) throws {
    let remarks = [
      Remark(severity, "nothing but a message"),
      Remark(
        severity, year: 2017, province: "kontum", indicator: "cost", place: "Đơn.csv, line 2",
        "a \"quoted\" 'text'\n"),
      Remark(severity, "nothing but a message"),
    ]
    let reading = try MadeUp.own(2017, "cost", [("kontum", 1)], remarks: remarks)
    try open().save(MadeUp.file("a", reading))
    #expect(try PanelStore(path: path).remarks() == remarks)
  }

  @Test func remarksAreOrderedByYearSubindexAndFile() throws {
    func reading(_ year: Int, _ indicator: String, _ province: String) throws -> Reading {
      try MadeUp.own(
        year, indicator, [(province, 1)],
        remarks: ["2", "1"].map { Remark(.note, "\(year) \(indicator) \(province) \($0)") })
    }
    let store = try open()
    try store.save(MadeUp.file("a", name: "z.csv", reading(2018, "cost", "kontum")))
    try store.save(
      MadeUp.file(
        "b", name: "y.csv", reading(2017, "use", "kontum"), reading(2017, "cost", "kontum")))
    try store.save(MadeUp.file("c", name: "x.csv", reading(2018, "cost", "daknong")))
    #expect(
      try store.remarks().map(\.message) == [
        "2017 cost kontum 2", "2017 cost kontum 1", "2017 use kontum 2", "2017 use kontum 1",
        "2018 cost daknong 2", "2018 cost daknong 1", "2018 cost kontum 2", "2018 cost kontum 1",
      ])
  }

  @Test func aRevisedSheetBringsItsOwnRemarks() throws {
    let store = try open()
    try store.save(
      MadeUp.file(
        "a", MadeUp.transparency(2017, [[5, nil], [6, 0.6]]), MadeUp.entry(2017, [[1], [nil]])))
    #expect(
      try store.remarks().map { "\($0.indicator ?? "") \($0.province ?? "")" }
        == ["cost kontum", "use daknong"])
    try store.save(MadeUp.file("b", MadeUp.transparency(2017, [[5, 0.5], [6, nil]])))
    #expect(
      try store.remarks().map { "\($0.indicator ?? "") \($0.province ?? "")" }
        == ["cost kontum", "use kontum"])
  }

  @Test func aRemarkGoesWithTheFigureItIsAbout() throws {
    let store = try open()
    try store.save(MadeUp.file("a", MadeUp.transparency(2017, [[5, nil], [6, nil]])))
    try store.save(MadeUp.file("b", MadeUp.own(2017, "use", [("kontum", 0.5)])))
    #expect(try store.remarks().map(\.province) == ["daknong"])
    // The workbook once more does not bring it back.
    #expect(
      try store.save(MadeUp.file("a", MadeUp.transparency(2017, [[5, nil], [6, nil]]))).isEmpty)
    #expect(try store.remarks().map(\.province) == ["daknong"])
  }

  @Test func aFileThatAgreesBringsNoRemarks() throws {
    let store = try open()
    try store.save(MadeUp.file("a", MadeUp.entry(2017, [[1], [nil]])))
    let before = try store.remarks()
    try store.save(MadeUp.file("b", name: "copy.xlsx", MadeUp.entry(2017, [[1], [nil]])))
    #expect(try store.remarks() == before)
    #expect(before.count == 1)
  }

  @Test func remarksOfAFileThatIsReadAnewAreRenewedWhenAskedFor() throws {
    func file(_ text: String) throws -> IncomingFile {
      try MadeUp.file(
        "a", MadeUp.own(2017, "cost", [("kontum", 1)], remarks: [Remark(.note, text)]))
    }
    let store = try open()
    try store.save(file("old"))
    #expect(try store.save(file("new")).isEmpty)
    #expect(try store.save(file("new"), puttingBack: true).renewsRemarks)
    #expect(try store.remarks().map(\.message) == ["new"])
    #expect(try store.save(file("new"), puttingBack: true).isEmpty)
  }

  @Test func aFileThatHasNoFigureLeftHasNoRemarksLeft() throws {
    func reading(_ value: Double, _ provinces: [String], _ text: String) throws -> Reading {
      try MadeUp.own(
        2017, "cost", provinces.map { ($0, value) }, remarks: [Remark(.note, text)])
    }
    let store = try open()
    try store.save(MadeUp.file("a", reading(1, ["daknong", "kontum"], "a")))
    try store.save(MadeUp.file("b", reading(2, ["kontum"], "b")))
    #expect(try Set(store.remarks().map(\.message)) == ["a", "b"])
    try store.save(MadeUp.file("c", reading(3, ["daknong"], "c")))
    #expect(try Set(store.remarks().map(\.message)) == ["b", "c"])
  }
}
