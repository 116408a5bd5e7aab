import CReadStat

/// A parser of ReadStat that frees itself.
@safe
struct ReadStatParser: ~Copyable {
  private let handle: UnsafeMutablePointer<readstat_parser_t>
  /// Held here, since ReadStat knows only its address.
  private let context: ReadStatContext

  /// Creates a parser that reads from the context's bytes and tells the context what it finds.
  init(_ context: ReadStatContext) throws(TableError) {
    guard let created = unsafe readstat_parser_init() else {
      throw context.contents.fault(.damaged("out of memory"))
    }
    unsafe handle = created
    self.context = context
    let address = unsafe Unmanaged.passUnretained(context).toOpaque()
    unsafe readstat_set_io_ctx(handle, address)
    if context.encoding != nil { unsafe readstat_set_handler_character_encoding(handle, nil) }
    unsafe readstat_set_open_handler(handle) { _, _ in 0 }
    unsafe readstat_set_close_handler(handle) { _ in 0 }
    unsafe readstat_set_update_handler(handle) { _, _, _, _ in READSTAT_OK }
    unsafe readstat_set_seek_handler(handle) {
      unsafe ReadStatContext.at($2)?.seek(to: $0, from: $1) ?? -1
    }
    unsafe readstat_set_read_handler(handle) {
      unsafe ReadStatContext.at($2)?.read(into: $0, capacity: $1) ?? -1
    }
    unsafe readstat_set_metadata_handler(handle) {
      unsafe ReadStatContext.at($1)?.begin($0) ?? ReadStatContext.abort
    }
    unsafe readstat_set_variable_handler(handle) {
      unsafe ReadStatContext.at($3)?.addVariable($1, labelList: $2) ?? ReadStatContext.abort
    }
    unsafe readstat_set_value_handler(handle) {
      unsafe ReadStatContext.at($3)?.addValue($2, of: $1, row: $0) ?? ReadStatContext.abort
    }
    unsafe readstat_set_value_label_handler(handle) {
      unsafe ReadStatContext.at($3)?.addLabel($2, of: $1, list: $0) ?? ReadStatContext.abort
    }
  }

  deinit {
    unsafe readstat_parser_free(handle)
  }

  /// Reads the whole file, unless the context finds that it must be read in another way.
  func run(_ format: StatisticalFormat) throws(TableError) {
    let result = parse(format)
    if let failure = context.failure { throw failure }
    if context.isToldWindows1258 { return }
    if let fault = Self.fault(result) { throw context.contents.fault(fault) }
    try context.contents.end()
  }

  private func parse(_ format: StatisticalFormat) -> readstat_error_t {
    let address = unsafe Unmanaged.passUnretained(context).toOpaque()
    return switch format {
    case .stata: unsafe readstat_parse_dta(handle, "", address)
    case .spss: unsafe readstat_parse_sav(handle, "", address)
    }
  }

  private static func fault(_ result: readstat_error_t) -> TableError.StatisticalFault? {
    switch result {
    case READSTAT_OK:
      return nil
    case READSTAT_ERROR_UNSUPPORTED_FILE_FORMAT_VERSION,
      READSTAT_ERROR_UNSUPPORTED_COMPRESSION:
      return .unsupportedVersion
    case READSTAT_ERROR_UNSUPPORTED_CHARSET:
      return .unknownEncoding
    case READSTAT_ERROR_CONVERT_BAD_STRING, READSTAT_ERROR_CONVERT:
      return .undecodable
    default:
      let message = unsafe readstat_error_message(result).map { unsafe String(cString: $0) }
      return .damaged(message ?? "error \(result.rawValue)")
    }
  }
}
