import Harness
import Glibc

@main
enum FuzzLongTable {
  static func main() {
    unsafe exit(
      FuzzTarget.run { start, count in
        Reading.longTable(unsafe FuzzTarget.bytes(start, count), file: "fuzz.csv")
        return 0
      })
  }
}
