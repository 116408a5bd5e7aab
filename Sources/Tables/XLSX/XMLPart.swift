import CExpat

/// Reads the XML parts of a workbook as a stream.
enum XMLPart {
  /// Unpacks a part and tells a handler of its elements.
  static func read(
    _ part: String, of archive: borrowing ZipArchive, with handler: any XMLHandler
  ) throws(TableError) {
    let file = archive.file
    try archive.withEntry(part) { (entry: inout ZipEntry) throws(TableError) in
      let parser = try XMLParser(file: file, part: part, handler: handler)
      try parser.run(&entry)
    }
  }
}

/// An expat parser that frees itself.
@safe
private struct XMLParser: ~Copyable {
  private static let chunkSize = 64 << 10
  /// The most bytes one tag or comment may have: expat starts over when it has not seen the end.
  private static let markupLimit = 1 << 20

  private let handle: XML_Parser
  /// Held here, since expat knows only its address.
  private let context: XMLContext

  init(file: String, part: String, handler: any XMLHandler) throws(TableError) {
    guard let created = unsafe XML_ParserCreate(nil) else {
      throw .part(file: file, part: part, .damaged("out of memory"))
    }
    context = unsafe XMLContext(parser: created, file: file, part: part, handler: handler)
    unsafe handle = created
    let address = unsafe Unmanaged.passUnretained(context).toOpaque()
    unsafe XML_SetUserData(handle, address)
    unsafe XML_SetElementHandler(
      handle,
      { unsafe XMLContext.at($0)?.open($1, $2) },
      { unsafe XMLContext.at($0)?.close($1) })
    unsafe XML_SetCharacterDataHandler(handle) { unsafe XMLContext.at($0)?.add($1, $2) }
    unsafe XML_SetStartDoctypeDeclHandler(handle) { data, _, _, _, _ in
      unsafe XMLContext.at(data)?.refuseDocumentType()
    }
  }

  deinit {
    unsafe XML_ParserFree(handle)
  }

  func run(_ entry: inout ZipEntry) throws(TableError) {
    var fed = 0
    while true {
      guard let buffer = unsafe XML_GetBuffer(handle, Int32(Self.chunkSize)) else {
        throw context.fault(.damaged("out of memory"))
      }
      let count = try unsafe entry.read(into: buffer, capacity: Self.chunkSize)
      let status = unsafe XML_ParseBuffer(handle, Int32(count), count == 0 ? 1 : 0)
      if let failure = context.failure { throw failure }
      guard status == XML_STATUS_OK else {
        let code = unsafe XML_GetErrorCode(handle)
        let reason = unsafe XML_ErrorString(code).map { unsafe String(cString: $0) }
        throw context.malformed(reason ?? "not well-formed XML")
      }
      if count == 0 { return }
      fed += count
      let pending = fed - Int(unsafe XML_GetCurrentByteIndex(handle))
      guard pending <= Self.markupLimit else {
        throw context.malformed("a tag of more than \(Self.markupLimit >> 20) MiB")
      }
    }
  }
}

/// What expat's callbacks reach through the address they are given.
@safe
private final class XMLContext {
  /// Nesting beyond this serves only to use up memory.
  private static let depthLimit = 256

  /// The first failure; expat may call back a few times after being stopped.
  private(set) var failure: TableError?
  private let parser: XML_Parser
  private let file: String
  private let part: String
  private let handler: any XMLHandler
  private var depth = 0

  @unsafe
  init(parser: XML_Parser, file: String, part: String, handler: any XMLHandler) {
    unsafe self.parser = unsafe parser
    self.file = file
    self.part = part
    self.handler = handler
  }

  @unsafe
  static func at(_ address: UnsafeMutableRawPointer?) -> XMLContext? {
    unsafe address.map { unsafe Unmanaged<XMLContext>.fromOpaque($0).takeUnretainedValue() }
  }

  @unsafe
  func open(
    _ name: UnsafePointer<XML_Char>?, _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
  ) {
    guard failure == nil, let name = unsafe name, let attributes = unsafe attributes else {
      return
    }
    let element = unsafe localName(name)
    if depth == 0, element != handler.root {
      stop(malformed("the outermost element is \(Quotation.of(element)), not \"\(handler.root)\""))
      return
    }
    depth += 1
    if depth > Self.depthLimit {
      stop(malformed("elements nest more than \(Self.depthLimit) deep"))
      return
    }
    do {
      try unsafe handler.open(element, XMLAttributes(attributes))
    } catch {
      stop(placed(error))
    }
  }

  @unsafe
  func close(_ name: UnsafePointer<XML_Char>?) {
    guard failure == nil, let name = unsafe name else { return }
    depth -= 1
    do {
      try handler.close(unsafe localName(name))
    } catch {
      stop(placed(error))
    }
  }

  @unsafe
  func add(_ characters: UnsafePointer<XML_Char>?, _ count: Int32) {
    guard failure == nil, handler.isCollecting else { return }
    guard handler.text.count + Int(count) <= SheetLimits.textBytes else {
      stop(malformed("a text of more than \(SheetLimits.textBytes >> 20) MiB"))
      return
    }
    let bytes = unsafe UnsafeRawBufferPointer(start: characters, count: Int(count))
    unsafe handler.text.append(contentsOf: bytes)
  }

  func refuseDocumentType() {
    stop(fault(.documentType(line: line)))
  }

  func malformed(_ reason: String) -> TableError {
    fault(.malformed(line: line, reason: reason))
  }

  func fault(_ fault: TableError.PartFault) -> TableError {
    .part(file: file, part: part, fault)
  }

  private func placed(_ fault: XMLFault) -> TableError {
    switch fault {
    case .malformed(let reason): malformed(reason)
    case .other(let error): error
    }
  }

  private func stop(_ error: TableError) {
    failure = error
    _ = unsafe XML_StopParser(parser, XML_Bool(0))
  }

  private var line: Int {
    Int(unsafe XML_GetCurrentLineNumber(parser))
  }
}
