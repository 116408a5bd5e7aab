import Harness
import Glibc

@main
enum FuzzCSV {
  static func main() {
    unsafe exit(
      FuzzTarget.run { start, count in
        Reading.text(unsafe FuzzTarget.bytes(start, count), file: "fuzz.csv")
        return 0
      })
  }
}
