import Foundation
import Reports
import TestSupport
import Testing

@testable import Tables
@testable import minhbach

/// `minhbach plan --document`.
@Suite struct PlanDocumentTests {
  private static let daknong = [
    "plan", "Đắk Nông", "--year", "2019", "--rank", "40", "--by", "2021", "--draws", "400",
    "--quiet",
  ]
  private let folder: TemporaryDirectory

  init() throws { folder = try TemporaryDirectory() }

  private func document(
    _ arguments: [String] = daknong, _ name: String = "plan.html", _ more: String...
  ) throws -> String {
    let path = folder.file(name)
    _ = try answer(arguments + ["--document", path] + more)
    return try String(contentsOfFile: path, encoding: .utf8)
  }

  /// The text of cells and paragraphs, without markup, spaces made plain.
  private static func plain(_ html: String) -> String {
    html.replacing("&nbsp;", with: " ").replacing("\u{A0}", with: " ").replacing("&#39;", with: "'")
      .split(separator: "<").map { $0.split(separator: ">", maxSplits: 1).dropFirst().joined() }
      .joined(separator: "|").split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  @Test func thePaperHoldsEveryTargetInVietnameseForm() throws {
    let text = Self.plain(try document())
    let rows = try records(Self.daknong)
    #expect(rows.count == 12)
    for row in rows {
      let unit = try row.text("unit")
      let values = try ["current", "target_2020", "target_2021"].map { column -> String in
        let value = try row.number(column)
        switch unit {
        case "share": return String(format: "%.1f%%", 100 * value).replacing(".", with: ",")
        case "days": return String(format: "%.1f", value).replacing(".", with: ",")
        default: return String(format: "%.2f", value).replacing(".", with: ",")
        }
      }
      let indicator = try row.text("indicator")
      #expect(Self.holds(text, values), "\(indicator): \(values)")
      for column in ["lead", "support"] {
        let agencies = try row.text(column).replacing("|", with: "; ")
        #expect(text.contains("|\(agencies)|"), "\(indicator): \(agencies)")
      }
    }
    #expect(text.contains("31/12/2021"))
  }

  /// Whether values stand one after the other with nothing between but the ends of cells.
  private static func holds(_ text: String, _ values: [String]) -> Bool {
    let cells = text.split(whereSeparator: { $0 == "|" }).map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    .filter { !$0.isEmpty }
    return cells.indices.contains { Array(cells[$0...].prefix(values.count)) == values }
  }

  @Test func theLayoutIsThatOfOfficialPapersInTheirOrder() throws {
    let text = Self.plain(try document())
    var rest = text[...]
    for part in [
      "ỦY BAN NHÂN DÂN", "TỈNH ĐẮK NÔNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "Độc lập - Tự do - Hạnh phúc", "Số: …/KH-UBND", "Đắk Nông, ngày … tháng … năm …", "KẾ HOẠCH",
      "giai đoạn 2020 - 2021", "I. MỤC ĐÍCH, YÊU CẦU", "II. MỤC TIÊU",
      "6,50 điểm, xếp thứ 49 trong 63",
      "trung vị của cả nước là 6,64", "khoảng từ 11 đến 62", "hạng 40 hoặc cao hơn", "Biểu 1.",
      "III. NHIỆM VỤ, GIẢI PHÁP", "Từ 80,5% năm 2019 đến 84,2% năm 2021 (+3,7 điểm phần trăm)",
      "IV. TỔ CHỨC THỰC HIỆN", "Sở Tư pháp (2 chỉ tiêu)",
      "định kỳ 6 tháng, trước ngày 10 tháng 6; kỳ đầu trước ngày 10/06/2020", "Nơi nhận:",
      "TM. ỦY BAN NHÂN DÂN", "(Ký, ghi rõ họ tên, đóng dấu)", "Phụ lục",
    ] {
      let found = rest.firstRange(of: part)
      #expect(found != nil, "\(part)")
      if let found { rest = rest[found.upperBound...] }
    }
  }

  @Test func chancesAreThoseOfThePlan() throws {
    let text = Self.plain(try document())
    let answer = try answer(Self.daknong + ["--format", "json"])
    func setting(_ name: String) throws -> Double {
      let start = try #require(answer.firstRange(of: "\"\(name)\": ")).upperBound
      return try #require(Double(answer[start...].prefix { "0123456789.e-".contains($0) }))
    }
    // Shares of 400 futures end in a quarter of a tenth: halves go away from zero, unlike in C.
    func share(_ value: Double) -> String {
      String(format: "%.1f%%", (1000 * value).rounded() / 10).replacing(".", with: ",")
    }
    let chance = try setting("chance")
    let error = String(format: "%.1f", 100 * (try setting("chance_error"))).replacing(
      ".", with: ",")
    #expect(text.contains("\(share(chance)) (± \(error) điểm phần trăm) nếu phần tăng thêm"))
    #expect(text.contains("và \(share(try setting("chance_unplanned")))"))
  }

  @Test func dayAndDepartmentAreWrittenIn() throws {
    let text = Self.plain(
      try document(
        Self.daknong, "own.html", "--date", "5/2/2020", "--issuer", "Sở Thông tin và Truyền thông"))
    #expect(text.contains("Đắk Nông, ngày 05 tháng 02 năm 2020"))
    #expect(text.contains("SỞ THÔNG TIN VÀ TRUYỀN THÔNG"))
    #expect(text.contains("Số: …/KH-…"))
    #expect(!text.contains("TM. ỦY BAN NHÂN DÂN"))
  }

  @Test func citiesAreNoProvinces() throws {
    let city = [
      "plan", "hcm", "--year", "2019", "--gain", "2", "--by", "2020", "--draws", "200", "--quiet",
    ]
    let text = Self.plain(try document(city))
    #expect(text.contains("THÀNH PHỐ HỒ CHÍ MINH"))
    #expect(!text.contains("tỉnh Thành phố"))
    #expect(text.contains("năm 2020 với các nội dung sau"))
    let danang = Self.plain(
      try document(
        [
          "plan", "Đà Nẵng", "--year", "2019", "--median", "--by", "2020", "--draws", "200",
          "--quiet",
        ]))
    #expect(danang.contains("Ủy ban nhân dân thành phố Đà Nẵng ban hành"))
    // Nobody answers for anything, and nobody reports: it is left to be written in.
    #expect(danang.contains("Chưa phân công: Tiếp cận tài liệu quy hoạch;"))
  }

  @Test func longPlansNameAgenciesOnlyBelow() throws {
    let text = Self.plain(
      try document([
        "plan", "Đắk Nông", "--year", "2017", "--rank", "40", "--by", "2021", "--draws", "200",
        "--quiet",
      ]))
    #expect(text.contains("Năm 2021"))
    #expect(!text.contains("|Cơ quan chủ trì|"))
    #expect(text.contains("87,0%"))
  }

  @Test func markupInATableOfOnesOwnStaysText() throws {
    let agencies = folder.file("agencies.csv")
    try TextFile.write(
      "indicator,lead,support\nwebsite_use,<script>alert(1)</script> & Co,\"\"\"x\"\"\"\n",
      to: agencies)
    let html = try document(Self.daknong, "m.html", "--agencies", agencies)
    #expect(!html.contains("<script"))
    #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; Co"))
    #expect(html.contains("&quot;x&quot;"))
  }

  @Test func theTextIsOnesOwn() throws {
    let copy = folder.file("mine/text.html")
    #expect(try answer(["plan", "--write-template", copy]).isEmpty)
    let bundled = try String(
      contentsOfFile: Bundled.path("plans/document/ke-hoach.html"), encoding: .utf8)
    #expect(try String(contentsOfFile: copy, encoding: .utf8) == bundled)
    try TextFile.write("<p>$province$: $for(moves)$$moves.code$$sep$, $endfor$</p>", to: copy)
    #expect(
      try document(Self.daknong, "plan.html", "--template", copy) == "<p>Đắk Nông: website_use</p>")
  }

  @Test func everyFieldIsToldInTheReadme() throws {
    let readme = try String(
      contentsOfFile: Bundled.path("plans/document/README.md"), encoding: .utf8)
    let told = Set(
      readme.split(separator: "\n").filter { $0.hasPrefix("| `") }.flatMap { line in
        line.split(separator: "|")[0].split(separator: "`").enumerated()
          .filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }
      })
    #expect(told == Set(PlanDocument.shape.names))
  }

  @Test func mistakesAreToldBeforeAnythingIsWritten() throws {
    let path = folder.file("x.docx")
    let text = folder.file("text.html")
    try TextFile.write("<p>\n$titel$</p>", to: text)
    let run = MinhBachRun(Self.daknong + ["--document", folder.file("x.html"), "--template", text])
    #expect(run.code == 65)
    #expect(
      run.error.hasPrefix(
        "Error: text.html, line 2: there is no field \"titel\"; fields here are agency,"))
    expectRefusal(
      "Error: \(folder.file("no.html")): there is no such file", code: 66,
      Self.daknong + ["--document", folder.file("x.html"), "--template", folder.file("no.html")])
    // Whatever has no end is given up soon.
    expectRefusal(
      "Error: /dev/zero cannot be read: it is larger than 4 MiB; split it", code: 66,
      Self.daknong + ["--document", folder.file("x.html"), "--template", "/dev/zero"])
    expectRefusal(
      "Error: A document ends in .html, .docx, .odt, .pdf, not as plan.doc.", code: 64,
      Self.daknong + ["--document", "plan.doc"])
    expectRefusal(
      "Error: --template is of a document: name its file with --document.", code: 64,
      Self.daknong + ["--template", text])
    expectRefusal(
      "Error: --document is of one province's plan to a goal.", code: 64,
      ["plan", "--all", "--gain", "5", "--by", "2021", "--document", path])
    expectRefusal(
      "Error: --write-template stands alone: it writes nothing else.", code: 64,
      Self.daknong + ["--write-template", text])
    #expect(try folder.contents() == ["text.html"])
  }

  @Test func withoutAConverterNothingIsWrittenAndTheCodeSaysSo() throws {
    let run = try Program.run(
      Self.daknong + ["--document", folder.file("plan.docx")],
      environment: ["PATH": folder.path])
    // EX_UNAVAILABLE of sysexits.h.
    #expect(run.code == 69)
    #expect(
      run.error
        == "Error: there is no LibreOffice to make DOCX, ODT and PDF: install the Debian package "
        + "libreoffice-writer-nogui, or write the document as .html\n")
    #expect(try folder.contents().isEmpty)
  }

  private static func bytes(_ entry: inout ZipEntry) throws(TableError) -> [UInt8] {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count: Int
      do {
        count = try unsafe piece.withUnsafeMutableBytes { buffer in
          guard let start = buffer.baseAddress else { return 0 }
          return try unsafe entry.read(into: start, capacity: buffer.count)
        }
      } catch let error as TableError {
        throw error
      } catch { preconditionFailure("\(error)") }
      if count == 0 { return bytes }
      bytes += piece[..<count]
    }
  }

  @Test(
    .enabled(
      if: InstalledProgram.libreOffice != nil,
      "no LibreOffice: apt-get install libreoffice-writer-nogui"))
  func wordReadsWhatThePlanSaysInItsOrder() throws {
    func archive(_ name: String) throws -> ZipArchive {
      let path = folder.file(name)
      _ = try answer(Self.daknong + ["--document", path])
      return try ZipArchive(
        Array(#require(FileManager.default.contents(atPath: path))), file: name)
    }
    func xml(
      _ archive: borrowing ZipArchive, _ part: String = "word/document.xml"
    ) throws -> String {
      try archive.withEntry(part) { entry throws(TableError) in
        try String(decoding: Self.bytes(&entry), as: UTF8.self)
      }
    }
    let paper = try archive("plan.docx")
    let document = try xml(paper)
    var rest = document[...]
    for text in [
      "TỈNH ĐẮK NÔNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "KẾ HOẠCH", "II. MỤC TIÊU",
      "Tỉ lệ DN truy cập trang web của tỉnh (*)", "80,5%", "82,4%", "84,2%",
      "31/12/2021", "IV. TỔ CHỨC THỰC HIỆN", "Nơi nhận:", "Phụ lục",
    ] {
      let found = rest.firstRange(of: text)
      #expect(found != nil, "\(text)")
      if let found { rest = rest[found.upperBound...] }
    }
    // A4 in twentieths of a point, the first page without a number, headings of tables that are repeated.
    #expect(document.contains("<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"))
    #expect(document.contains("<w:titlePg/>"))
    #expect(document.contains("<w:tblHeader w:val=\"true\"/>"))
    // Spell checkers and screen readers go by the language, and its usual one is English.
    let styles = try xml(paper, "word/styles.xml")
    #expect(styles.contains("<w:lang w:val=\"vi-VN\""))
    #expect(!styles.contains("<w:lang w:val=\"en-US\""))
    #expect(try xml(paper, "docProps/core.xml").contains("<dc:language>vi-VN</dc:language>"))
    #expect(try xml(archive("again.docx")) == document)
  }
}
