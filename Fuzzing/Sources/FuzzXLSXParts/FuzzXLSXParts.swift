import Harness
import Glibc

@main
enum FuzzXLSXParts {
  static func main() {
    unsafe exit(
      FuzzTarget.run { start, count in
        let bytes = WorkbookParts.workbook(unsafe FuzzTarget.bytes(start, count))
        Reading.workbook(bytes, file: "fuzz.xlsx")
        return 0
      })
  }
}
