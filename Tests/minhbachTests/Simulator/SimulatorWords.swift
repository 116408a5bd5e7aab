import Panels
import Reports
import TestSupport

@testable import minhbach

/// What the simulator says in the tests.
enum SimulatorWords {
  static func texts(
    isVietnamese: Bool = true, name: @escaping (String) -> String = label(isVietnamese: true)
  ) -> SimulatorData.Texts {
    SimulatorData.Texts(
      words: Simulator.Words(isVietnamese ? vietnamese : english),
      caution: isVietnamese
        ? Prose([
          .text("Đây là phép tính với điểm của các tỉnh khác đứng yên, không phải xác suất; "),
          .link("xác suất đạt mục tiêu ở phần kế hoạch", address: "#plan"), .text("."),
        ])
        : Prose([
          .text("This is arithmetic with all other provinces held still, not a chance; "),
          .link("chances stand beside the plan", address: "#plan"), .text("."),
        ]),
      caption: isVietnamese
        ? "Mỗi bước thêm bao nhiêu điểm" : "What one step adds to the score",
      heads: isVietnamese
        ? ("Chỉ tiêu", "Hiện nay", "Một bước", "Điểm thêm")
        : ("Indicator", "Today", "One step", "Adds"),
      decimalMark: isVietnamese ? "," : ".", name: name,
      suffix: { unit in
        switch unit {
        case .share: "%"
        case .points: isVietnamese ? " điểm" : " points"
        case .days: isVietnamese ? " ngày" : " days"
        default: ""
        }
      },
      step: { unit in
        switch unit {
        case .share: isVietnamese ? "1 điểm phần trăm" : "1 percentage point"
        case .days: isVietnamese ? "1 ngày" : "1 day"
        default: isVietnamese ? "1 điểm" : "1 point"
        }
      })
  }

  static func label(isVietnamese: Bool) -> (String) -> String {
    { code in
      guard let indicator = try? Bundled.codebook().indicator(code) else { return code }
      return isVietnamese ? indicator.nameVi : indicator.nameEn
    }
  }

  private static func vietnamese(_ word: Simulator.Word) -> String {
    switch word {
    case .title: "Thử thay đổi các chỉ tiêu"
    case .needsScript:
      "Các thanh trượt cần JavaScript; bảng sau cho biết mỗi bước thêm bao nhiêu điểm."
    case .score: "Điểm"
    case .sinceToday: "{1} so với {2} hiện nay"
    case .rank: "Hạng"
    case .rankOf: "{1}/{2}"
    case .gainedOne, .gainedMany: "tăng {1} bậc"
    case .lostOne, .lostMany: "giảm {1} bậc"
    case .noPlace: "như hiện nay"
    case .next: "Còn thiếu"
    case .nextRank: "để lên hạng {1}"
    case .leads: "đang dẫn đầu"
    case .median: "So với trung vị"
    case .above: "trên trung vị {1}"
    case .below: "dưới trung vị {1}"
    case .level: "bằng trung vị {1}"
    case .strip:
      "Điểm của tất cả các tỉnh: vạch đậm có hạng là tỉnh ta, vòng tròn là hiện nay, nét đứt là trung vị"
    case .today: "Số liệu hiện nay"
    case .plan: "Kế hoạch ít tốn sức nhất"
    case .reset: "Đặt lại"
    case .resetOne: "Trả về hiện nay: {1}"
    case .value: "{1}, giá trị"
    case .todayMark: "▲ hiện nay {1}"
    case .planMark: "◆ kế hoạch {1}"
    case .lessIsBetter: "càng thấp càng tốt"
    case .outside: "Nhập một số từ {1} đến {2}."
    case .passed: "Vượt thang điểm: thang được nới ra và mọi tỉnh được chấm lại."
    case .part: "{1} điểm"
    case .partChange: " ({1})"
    case .spoken: "Điểm {1}, hạng {2}, {3}."
    case .copy: "Chép liên kết"
    case .copied: "Đã chép liên kết."
    case .copyByHand: "Nhấn Ctrl+C để chép."
    case .link: "Liên kết"
    case .year: "Năm"
    case .kind: "Đọc là"
    case .atLeast: "ít nhất bằng"
    case .exactly: "đúng bằng"
    case .beyond: "cộng thêm vào phần tự đến"
    case .movesOn: "Khi mô phỏng, mọi số liệu khác cũng thay đổi."
    case .export: "Tải kịch bản (CSV)"
    case .saved: "Đã tải {1}; chạy: minhbach simulate {1}"
    }
  }

  private static func english(_ word: Simulator.Word) -> String {
    switch word {
    case .title: "Move the indicators"
    case .needsScript: "The sliders need JavaScript; this table says what one step adds."
    case .score: "Score"
    case .sinceToday: "{1} from {2} today"
    case .rank: "Rank"
    case .rankOf: "{1} of {2}"
    case .gainedOne: "{1} place gained"
    case .gainedMany: "{1} places gained"
    case .lostOne: "{1} place lost"
    case .lostMany: "{1} places lost"
    case .noPlace: "as today"
    case .next: "Next place up"
    case .nextRank: "to rank {1}"
    case .leads: "no one is above"
    case .median: "From the median"
    case .above: "above the median, {1}"
    case .below: "below the median, {1}"
    case .level: "at the median, {1}"
    case .strip:
      "Scores of all provinces: the bold mark with its rank is ours, the ring is today, the dashes are the median"
    case .today: "Today’s figures"
    case .plan: "The least plan"
    case .reset: "Reset"
    case .resetOne: "Back to today: {1}"
    case .value: "{1}, value"
    case .todayMark: "▲ today {1}"
    case .planMark: "◆ plan {1}"
    case .lessIsBetter: "less is better"
    case .outside: "Write a number from {1} to {2}."
    case .passed: "Beyond the range: it is widened, and all provinces are scored anew."
    case .part: "{1} of the score"
    case .partChange: " ({1})"
    case .spoken: "Score {1}, rank {2}, {3}."
    case .copy: "Copy link"
    case .copied: "The link was copied."
    case .copyByHand: "Press Ctrl+C to copy."
    case .link: "Link"
    case .year: "Year"
    case .kind: "Read as"
    case .atLeast: "at least"
    case .exactly: "exactly"
    case .beyond: "on top of what comes by itself"
    case .movesOn: "Where it is simulated all other figures move too."
    case .export: "Save scenario (CSV)"
    case .saved: "Saved {1}; run: minhbach simulate {1}"
    }
  }
}
