/// Fills a declaration with parsed values, through its synthesized `init(from:)`.
struct ValueDecoder: Decoder {
  let values: [Definition.Key: Any]
  let streams: StandardStreams
  let given: GivenArguments
  var codingPath: [any CodingKey] = []

  var userInfo: [CodingUserInfoKey: Any] { [:] }

  private var key: Definition.Key { codingPath.map { $0.stringValue } }

  /// Returns the value for the property that is being decoded.
  static func value<Value>(from decoder: any Decoder) -> Value {
    guard let decoder = decoder as? ValueDecoder,
      let parsed = decoder.values[decoder.key] as? Parsed<Value>
    else {
      preconditionFailure("Only the command line fills options, flags and arguments.")
    }
    return parsed.value
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(Container(decoder: self))
  }

  func unkeyedContainer() -> any UnkeyedDecodingContainer {
    refuseProperty()
  }

  func singleValueContainer() -> any SingleValueDecodingContainer {
    refuseProperty()
  }

  private func refuseProperty() -> Never {
    preconditionFailure(
      "The property '\(key.joined(separator: "."))' needs @Option, @Flag, @Argument or @OptionGroup."
    )
  }
}

extension ValueDecoder {
  private struct Container<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let decoder: ValueDecoder

    var codingPath: [any CodingKey] { decoder.codingPath }

    var allKeys: [Key] { [] }

    func contains(_ key: Key) -> Bool { true }

    func decodeNil(forKey key: Key) -> Bool { false }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
      try Value(from: inside(key))
    }

    func nestedContainer<NestedKey: CodingKey>(
      keyedBy type: NestedKey.Type, forKey key: Key
    ) -> KeyedDecodingContainer<NestedKey> {
      inside(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedDecodingContainer {
      inside(key).unkeyedContainer()
    }

    func superDecoder() -> any Decoder { decoder }

    func superDecoder(forKey key: Key) -> any Decoder { inside(key) }

    private func inside(_ key: Key) -> ValueDecoder {
      var nested = decoder
      nested.codingPath.append(key)
      return nested
    }
  }
}
