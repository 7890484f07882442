internal import COpenSSL

/// What all calls of OpenSSL's libcrypto here share. Nothing that it allocates outlives a call.
enum LibCrypto {
    static func sha256(_ bytes: [UInt8]) -> [UInt8]? {
        var digest = [UInt8](repeating: 0, count: 32)
        return EVP_Digest(bytes, bytes.count, &digest, nil, EVP_sha256(), nil) == 1 ? digest : nil
    }

    /// The last error that the library noted in this thread, in its words, and forgets all of them.
    static func takeError() -> (library: Int32, code: Int32, text: String)? {
        var data: UnsafePointer<CChar>?
        var flags: Int32 = 0
        let number = ERR_peek_last_error_data(&data, &flags)
        defer { ERR_clear_error() }
        guard number != 0 else { return nil }
        var text = ERR_reason_error_string(number).map { String(cString: $0) } ?? "error \(number)"
        if flags & ERR_TXT_STRING != 0, let data, data.pointee != 0 { text += ": " + String(cString: data) }
        return (ERR_GET_LIB(number), ERR_GET_REASON(number), text)
    }

    /// Reads DER by one of the library's functions; nil unless all bytes belong to the value.
    static func decode<Value>(
        _ der: [UInt8], by read: (inout UnsafePointer<UInt8>?, Int) -> Value?, free: (Value) -> Void
    ) -> Value? {
        defer { ERR_clear_error() }
        return der.withUnsafeBufferPointer { buffer in
            var place = buffer.baseAddress
            guard place != nil, let value = read(&place, buffer.count) else { return nil }
            if place == buffer.baseAddress.map({ $0 + buffer.count }) { return value }
            free(value)
            return nil
        }
    }

    /// Writes DER by one of the library's functions.
    static func encode(_ write: (UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>?) -> Int32) -> [UInt8]? {
        let count = write(nil)
        guard count > 0 else { return nil }
        var bytes = [UInt8](repeating: 0, count: Int(count))
        let written = bytes.withUnsafeMutableBufferPointer { buffer in
            var place = buffer.baseAddress
            return write(&place)
        }
        return written == count ? bytes : nil
    }

    /// What one of the library's functions prints.
    static func printed(_ print: (OpaquePointer) -> Int32) -> String? {
        guard let bio = BIO_new(BIO_s_mem()) else { return nil }
        defer { BIO_free(bio) }
        guard print(bio) >= 0 else { return nil }
        var start: UnsafePointer<CChar>?
        let count = hearsay_openssl_written(bio, &start)
        guard let start else { return "" }
        return String(decoding: UnsafeRawBufferPointer(start: start, count: count), as: UTF8.self)
    }

    /// The bytes of a string of ASN.1; empty for none.
    static func bytes(_ string: UnsafePointer<ASN1_STRING>?) -> [UInt8] {
        guard let string, let start = ASN1_STRING_get0_data(string) else { return [] }
        return Array(UnsafeBufferPointer(start: start, count: Int(max(0, ASN1_STRING_length(string)))))
    }

    /// The digits of a number, hexadecimal; nil for none.
    static func hexadecimal(_ number: UnsafePointer<ASN1_INTEGER>?) -> String? {
        guard let number, let value = ASN1_INTEGER_to_BN(number, nil) else { return nil }
        defer { BN_free(value) }
        return printed { BN_print($0, value) }?.lowercased()
    }
}
