import Harness
import Glibc

@main
enum FuzzXLS {
  static func main() {
    unsafe exit(
      FuzzTarget.run { start, count in
        Reading.workbook(unsafe FuzzTarget.bytes(start, count), file: "fuzz.xls")
        return 0
      })
  }
}
