import Tables
import TestSupport
import Testing

@Suite struct FileDigestTests {
  /// The examples of FIPS 180-2, appendix B, and the digest of no bytes.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func theDigestIsThatOfTheStandard(text: String, digest: String) throws {
    let folder = try TemporaryDirectory()
    let path = try folder.write(Array(text.utf8), as: "đĩa.bin")
    #expect(try FileDigest(ofFile: path).hexadecimal == digest)
  }

  /// The third example of the standard, a million letters a: more than is read at once.
  @Test func aLongFileIsReadToItsEnd() throws {
    let folder = try TemporaryDirectory()
    let path = try folder.write([UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000), as: "a")
    #expect(
      try FileDigest(ofFile: path).description
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test func everySizeAroundAPieceHasItsOwnDigest() throws {
    let folder = try TemporaryDirectory()
    let digests = try [65_535, 65_536, 65_537, 131_072].map { size in
      try FileDigest(ofFile: folder.write([UInt8](repeating: 0, count: size), as: "\(size)"))
    }
    #expect(Set(digests).count == digests.count)
    #expect(
      try FileDigest(ofFile: folder.write([UInt8](repeating: 0, count: 65_536), as: "copy"))
        == digests[1])
  }

  @Test func whatIsNoFileIsRefused() throws {
    let folder = try TemporaryDirectory()
    let missing = folder.file("none")
    #expect(throws: TableError.missingFile(missing)) { try FileDigest(ofFile: missing) }
    #expect(
      message { try FileDigest(ofFile: folder.path) }
        == "\(folder.path) cannot be read: it is a folder")
    #expect(
      message { try FileDigest(ofFile: "/dev/null") }
        == "/dev/null cannot be read: it is not a regular file; save it as one first")
  }

  @Test func onlyADigestIsTakenForOne() throws {
    let digits = String(repeating: "0123456789abcdef", count: 4)
    #expect(FileDigest(hexadecimal: digits)?.hexadecimal == digits)
    for text in ["", String(digits.dropLast()), digits + "0", digits.uppercased()] {
      #expect(FileDigest(hexadecimal: text) == nil)
    }
  }
}
