import CZip

/// One entry of an archive, unpacked piece by piece under limits.
@safe
struct ZipEntry: ~Copyable {
  /// The most bytes one part may unpack to.
  static let sizeLimit = 512 << 20
  /// The size from which the compression is looked at: small parts may be all repetition.
  private static let ratioThreshold = 8 << 20
  /// Published workbooks stay under 100; deflate ends near 1,030.
  private static let ratioLimit = 250

  private let handle: OpaquePointer
  private let file: String
  private let part: String
  private let declaredSize: Int
  private var received = 0

  /// Opens an entry of an archive, which must outlive it.
  @unsafe
  init(
    _ archive: OpaquePointer, index: UInt64, file: String, part: String
  ) throws(TableError) {
    func fault(_ fault: TableError.PartFault) -> TableError {
      .part(file: file, part: part, fault)
    }
    var status = unsafe zip_stat_t()
    unsafe zip_stat_init(&status)
    guard unsafe zip_stat_index(archive, index, 0, &status) == 0 else {
      throw fault(.damaged(unsafe Self.message(zip_get_error(archive))))
    }
    let encryption = unsafe status.encryption_method
    guard encryption == ZIP_EM_NONE else { throw .workbook(file: file, .encrypted) }
    let (size, packedSize) = unsafe (status.size, status.comp_size)
    guard size <= Self.sizeLimit else { throw fault(.tooLarge(limit: Self.sizeLimit)) }
    if size > Self.ratioThreshold, size / max(packedSize, 1) > Self.ratioLimit {
      throw fault(.suspiciousCompression)
    }
    guard let opened = unsafe zip_fopen_index(archive, index, 0) else {
      throw fault(.damaged(unsafe Self.message(zip_get_error(archive))))
    }
    unsafe handle = opened
    self.file = file
    self.part = part
    declaredSize = Int(size)
  }

  deinit {
    _ = unsafe zip_fclose(handle)
  }

  /// Unpacks the next bytes into a buffer and returns their number, 0 at the end.
  @unsafe
  mutating func read(
    into buffer: UnsafeMutableRawPointer, capacity: Int
  ) throws(TableError) -> Int {
    let count = unsafe zip_fread(handle, buffer, UInt64(capacity))
    guard count >= 0 else {
      let reason = unsafe Self.message(zip_file_get_error(handle))
      throw .part(file: file, part: part, .damaged(reason))
    }
    received += Int(count)
    // The declared size was checked, but a hostile entry may hold more than it declares.
    guard received <= declaredSize else {
      throw .part(file: file, part: part, .damaged("it is longer than it declares"))
    }
    return Int(count)
  }

  @unsafe
  private static func message(_ fault: UnsafeMutablePointer<zip_error_t>) -> String {
    unsafe String(cString: zip_error_strerror(fault))
  }
}
