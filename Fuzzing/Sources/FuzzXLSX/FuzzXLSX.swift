import Harness
import Glibc

@main
enum FuzzXLSX {
  static func main() {
    unsafe exit(
      FuzzTarget.run { start, count in
        Reading.workbook(unsafe FuzzTarget.bytes(start, count), file: "fuzz.xlsx")
        return 0
      })
  }
}
