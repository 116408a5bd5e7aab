import Foundation
import Panels
import TestSupport
import Testing

@testable import Tables
@testable import minhbach

/// What the paper of a plan says.
@Suite struct PlanPaperTests {
  private let folder: TemporaryDirectory

  init() throws { folder = try TemporaryDirectory() }

  /// A paper of a few fields.
  private func paper(_ template: String, _ arguments: String...) throws -> String {
    let (path, text) = (folder.file("plan.html"), folder.file("text.html"))
    try TextFile.write(template, to: text)
    _ = try answer(
      ["plan"] + arguments + (arguments.contains("--draws") ? [] : ["--draws", "200"])
        + ["--quiet", "--document", path, "--template", text])
    return try String(contentsOfFile: path, encoding: .utf8)
  }

  /// The bundled paper as text.
  private func whole(_ arguments: [String]) throws -> String {
    let path = folder.file("whole.html")
    _ = try answer(["plan"] + arguments + ["--quiet", "--document", path])
    return try String(contentsOfFile: path, encoding: .utf8)
      .replacing(#/<[^>]*>/#, with: "").split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  @Test(arguments: [
    ("Hà Nội", "thành phố Hà Nội"), ("Hải Phòng", "thành phố Hải Phòng"),
    ("TP HCM", "Thành phố Hồ Chí Minh"), ("Đà Nẵng", "thành phố Đà Nẵng"),
    ("Cần Thơ", "thành phố Cần Thơ"), ("Huế", "thành phố Huế"), ("Lâm Đồng", "tỉnh Lâm Đồng"),
  ])
  func theSixCitiesOf2025AreCitiesAndOthersProvinces(name: String, whole: String) throws {
    #expect(
      try paper(
        "$province_name$, $kind$", name, "--units", "34", "--year", "2019", "--gain", "1", "--by",
        "2020") == "\(whole), \(whole.hasPrefix("tỉnh") ? "tỉnh" : "thành phố")")
  }

  @Test(arguments: [
    ("Hà Nội", "thành phố Hà Nội"), ("Hải Phòng", "thành phố Hải Phòng"),
    ("TP HCM", "Thành phố Hồ Chí Minh"), ("Cần Thơ", "thành phố Cần Thơ"),
    ("Huế", "tỉnh Thừa Thiên Huế"), ("Quảng Nam", "tỉnh Quảng Nam"),
  ])
  func beforeThereWereFive(name: String, whole: String) throws {
    #expect(
      try paper("$province_name$", name, "--year", "2019", "--gain", "1", "--by", "2020") == whole)
  }

  @Test func hueIsACityFromTheFirstDayOf2025() throws {
    for (day, whole) in [
      ("31/12/2024", "tỉnh Thừa Thiên Huế; Thừa Thiên Huế"), ("1/1/2025", "thành phố Huế; Huế"),
    ] {
      #expect(
        try paper(
          "$province_name$; $province$", "Huế", "--year", "2019", "--gain", "1", "--by", "2020",
          "--date", day) == whole)
    }
  }

  @Test func everybodyNamedGetsThePaperOnce() throws {
    let agencies = folder.file("agencies.csv")
    try TextFile.write(
      """
      indicator,lead,support
      planning_documents,A,B|C
      legal_documents,B,A|D
      website_use,A,E

      """, to: agencies)
    let text = try paper(
      "$for(recipients)$$recipients.agency$$sep$ $endfor$", "Đắk Nông", "--year", "2019", "--rank",
      "40", "--by", "2020", "--agencies", agencies, "--issuer", "C")
    #expect(text == "A B D E")
  }

  @Test func everyIndicatorHasItsDirectionAndDifferencesAddUp() throws {
    let text = try paper(
      """
      $for(targets)$$targets.code$|$targets.arrow$|$targets.now$|$targets.final$|$targets.change$
      $endfor$
      $score$|$goal_score$|$gain$
      """, "Đắk Nông", "--year", "2019", "--rank", "1", "--by", "2021")
    let lines = text.split(separator: "\n").map { $0.split(separator: "|").map(String.init) }
    #expect(lines.count == 13)
    func number(_ text: String) throws -> Double {
      let digits = text.prefix { "+−0123456789,".contains($0) }
      return try #require(
        Double(digits.replacing(",", with: ".").replacing("−", with: "-").replacing("+", with: "")))
    }
    let directions = try Dictionary(
      uniqueKeysWithValues: Bundled.codebook().indicators.map { ($0.code, $0.direction) })
    for line in lines.dropLast() {
      #expect(line[1] == (directions[line[0]] == .reversed ? "↓" : "↑"))
      // The figures have two decimals at most.
      #expect(try abs(number(line[2]) + number(line[4]) - number(line[3])) < 1e-9, "\(line)")
    }
    #expect(lines.contains { $0.count > 1 && $0[1] == "↓" })
    let score = try #require(lines.last)
    #expect(try abs(number(score[0]) + number(score[2]) - number(score[1])) < 1e-9, "\(score)")
  }

  @Test func aGoalOutOfReachIsToldFirstAndItsChanceWithWhatItRestsOn() throws {
    // The model expects the first of 2015 to fall back, and this province to rise.
    let text = try whole([
      "Đắk Nông", "--year", "2015", "--rank", "1", "--by", "2016", "--draws", "400",
    ])
    var rest = text[...]
    for part in [
      "tiến gần nhất tới mục tiêu", "II. MỤC TIÊU", "chưa thể đạt trong kỳ khảo sát năm 2016",
      "Mức xa nhất có thể phấn đấu", "xác suất đạt mục tiêu là",
      "Con số này không thay cho kết luận trên", "xu hướng mà mô hình cho là",
      "đều cùng lúc đạt mức giới hạn", "lượt tỉnh đứng gần hạng",
      "lên được thứ hạng ứng với mục tiêu", "Biểu 1.",
    ] {
      let found = rest.firstRange(of: part)
      #expect(found != nil, "\(part)")
      if let found { rest = rest[found.upperBound...] }
    }
    #expect(!text.contains("xác suất đạt mục tiêu trong kỳ khảo sát năm"))
  }

  @Test func aChanceThatDrawsCannotTellFromNoneIsABound() throws {
    func chances(_ draws: String) throws -> String {
      try paper(
        "$chance$, $chance_error$, $chance_unplanned$, $chance_unplanned_error$$for(path)$, $path.chance$$endfor$",
        "Đắk Nông", "--year", "2019", "--score", "9.9", "--by", "2020", "--draws", draws)
    }
    // Three in 400 are 0.75 %, and three in 5,000 are 0.06 %.
    #expect(try chances("400") == "dưới 0,8%, , dưới 0,8%, , , dưới 1%")
    #expect(try chances("5000") == "dưới 0,1%, , dưới 0,1%, , , dưới 1%")
  }

  @Test func aLikelihoodOutOfReachIsNotAGoalOutOfReach() throws {
    let text = try whole([
      "Đắk Nông", "--year", "2019", "--rank", "1", "--by", "2020", "--draws", "400",
      "--probability", "0.999",
    ])
    #expect(!text.contains("chưa thể đạt"))
    #expect(text.contains("Mức 99,9% như mong muốn chưa đạt được"))
  }

  @Test func wordsFitIndicatorsThatAreBetterLow() throws {
    let text = try whole([
      "Đắk Nông", "--year", "2019", "--rank", "40", "--by", "2020", "--draws", "200",
    ])
    #expect(text.contains("không để xấu đi so với năm 2019"))
    #expect(!text.contains("giảm"))
    #expect(text.contains("↑ cao hơn là tốt; ↓ thấp hơn là tốt"))
    #expect(text.contains("dãy số ngẫu nhiên số 1"))
    #expect(!text.contains(#/\d[ \u{A0}]%/#))
  }
}
