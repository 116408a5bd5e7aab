import CLibFuzzer

/// Runs libFuzzer on one way into the library.
public enum FuzzTarget {
  /// What libFuzzer calls with each input; a trap, a hang or too much memory is a finding.
  public typealias Callback = @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32

  /// Hands the program over to libFuzzer and returns its exit status.
  @unsafe
  public static func run(_ callback: Callback) -> Int32 {
    var count = CommandLine.argc
    var arguments = unsafe CommandLine.unsafeArgv
    return unsafe withUnsafeMutablePointer(to: &arguments) { arguments in
      // The program's arguments are kept for as long as it runs.
      unsafe arguments.withMemoryRebound(
        to: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?.self, capacity: 1
      ) { unsafe LLVMFuzzerRunDriver(&count, $0, callback) }
    }
  }

  /// Copies an input.
  @unsafe
  public static func bytes(_ start: UnsafePointer<UInt8>?, _ count: Int) -> [UInt8] {
    unsafe Array(UnsafeBufferPointer(start: start, count: count))
  }
}
