import COpenSSL
import Testing

@testable import Timestamping

@Suite struct TimestampTests {
    private let bytes = Array("example.org/log\n1\nroot\n".utf8)
    private let request: TimestampRequest
    private let authority: TestAuthority
    private let reply: TimestampReply
    private let anchors: TrustAnchors

    init() throws {
        request = try TimestampRequest(of: bytes)
        authority = try TestAuthority()
        reply = try TimestampReply(der: authority.reply(to: request.der))
        anchors = try TrustAnchors(pem: authority.root.pem)
    }

    @Test func aGoodReplyIsVerified() throws {
        let stamp = try reply.verified(of: bytes, request: request, anchors: anchors)
        #expect(
            stamp
                == Timestamp(
                    time: "2020-06-15T12:00:00Z", policy: "1.2.3.4.5", serial: "beef", signer: "CN = Test TSA",
                    trust: .anchors))
        // The request need not have been kept.
        #expect(try reply.verified(of: bytes, anchors: anchors) == stamp)
        // The authority's own certificate may be the anchor.
        let own = try TrustAnchors(pem: authority.signer.pem)
        #expect(try reply.verified(of: bytes, request: request, anchors: own) == stamp)
    }

    @Test func withoutAnchorsOnlyTheSignatureIsVerified() throws {
        let stamp = try reply.verified(of: bytes, request: request)
        #expect(stamp.trust == .signatureOnly)
        #expect(stamp.trust.description == "signature only: no trust anchors given")
        #expect(stamp.signer == "CN = Test TSA")
    }

    /// The signer's certificate ended years ago; it was valid at the time of the time-stamp.
    @Test func theChainIsCheckedAtTheTimeOfTheTimestamp() throws {
        #expect(try reply.verified(of: bytes, anchors: anchors).time == "2020-06-15T12:00:00Z")
        var authority = authority
        for (clock, isValid) in [
            (1_577_836_799, false), (1_577_836_800, true), (1_609_459_199, true), (1_609_459_201, false),
        ] {
            authority.clock = clock
            let reply = try TimestampReply(der: authority.reply(to: request.der))
            if isValid {
                #expect(try reply.verified(of: bytes, anchors: anchors).trust == .anchors)
            } else {
                #expect(throws: TimestampError(.untrusted, "")) { try reply.verified(of: bytes, anchors: anchors) }
                #expect(throws: TimestampError(.untrusted, "")) { try reply.verified(of: bytes) }
            }
        }
    }

    @Test func otherBytesAreRefused() throws {
        #expect(throws: TimestampError(.wrongImprint, "")) { try reply.verified(of: bytes + [0], anchors: anchors) }
        #expect(throws: TimestampError(.wrongImprint, "")) { try reply.verified(of: [], anchors: anchors) }
        #expect(throws: TimestampError(.wrongImprint, "")) {
            try reply.verified(of: bytes + [0], request: request, anchors: anchors)
        }
    }

    @Test func theReplyToAnotherRequestIsRefused() throws {
        let another = try TimestampRequest(of: bytes)
        #expect(another.der != request.der)
        #expect(throws: TimestampError(.wrongNonce, "")) {
            try reply.verified(of: bytes, request: another, anchors: anchors)
        }
        let unnumbered = try TimestampRequest(of: bytes, nonce: nil)
        let plain = try TimestampReply(der: authority.reply(to: unnumbered.der))
        #expect(throws: TimestampError(.wrongNonce, "")) {
            try plain.verified(of: bytes, request: request, anchors: anchors)
        }
        #expect(try plain.verified(of: bytes, request: unnumbered, anchors: anchors).trust == .anchors)
    }

    @Test func aChangedReplyIsRefused() throws {
        // The time inside, which the signature covers.
        let time = Array("20200615120000Z".utf8)
        let place = try #require((0..<reply.der.count - time.count).first { reply.der[$0...].starts(with: time) })
        var changed = reply.der
        changed[place + 3] += 1
        changed[place + 2] -= 1
        #expect(throws: TimestampError.self) { try TimestampReply(der: changed).verified(of: bytes, anchors: anchors) }
        changed = reply.der
        changed[place + 9] += 1
        #expect(throws: TimestampError(.badSignature, "")) {
            try TimestampReply(der: changed).verified(of: bytes, anchors: anchors)
        }
        // The signature is the last thing in the reply.
        changed = reply.der
        changed[changed.count - 1] ^= 1
        #expect(throws: TimestampError(.badSignature, "")) {
            try TimestampReply(der: changed).verified(of: bytes, anchors: anchors)
        }
        #expect(throws: TimestampError(.badSignature, "")) { try TimestampReply(der: changed).verified(of: bytes) }
    }

    @Test func anotherAuthorityIsNotTrusted() throws {
        // All names and numbers are the same, the keys are not.
        let impostor = try TestAuthority()
        let forged = try TimestampReply(der: impostor.reply(to: request.der))
        #expect(throws: TimestampError(.untrusted, "")) {
            try forged.verified(of: bytes, request: request, anchors: anchors)
        }
        #expect(try forged.verified(of: bytes, request: request).trust == .signatureOnly)
        // Whoever trusts both trusts both.
        let other = try TestAuthority(root: TestCertificate.root("Other root"))
        let both = try TrustAnchors(pem: authority.root.pem + Array("and\n".utf8) + other.root.pem)
        let second = try TimestampReply(der: other.reply(to: request.der))
        for reply in [reply, second] {
            #expect(try reply.verified(of: bytes, request: request, anchors: both).trust == .anchors)
        }
    }

    @Test func aChainThroughAnAuthorityBetweenIsBuiltFromTheReply() throws {
        let root = try TestCertificate.root()
        let between = try TestCertificate(
            .init(
                name: "Between", serial: 5, notBefore: 1_577_836_800, notAfter: 1_609_459_200,
                extensions: [(NID_basic_constraints, "critical,CA:TRUE"), (NID_key_usage, "critical,keyCertSign")]),
            issuer: root)
        var authority = try TestAuthority(root: between)
        let anchors = try TrustAnchors(pem: root.pem)
        let alone = try TimestampReply(der: authority.reply(to: request.der))
        #expect(throws: TimestampError(.untrusted, "")) { try alone.verified(of: bytes, anchors: anchors) }
        authority.others = [between]
        let reply = try TimestampReply(der: authority.reply(to: request.der))
        #expect(try reply.verified(of: bytes, anchors: anchors).trust == .anchors)
        #expect(try reply.verified(of: bytes).trust == .signatureOnly)
    }

    @Test func weaklySignedCertificatesAreNotTrusted() throws {
        let root = try TestCertificate.root()
        let authority = try TestAuthority(signer: .init(digest: EVP_sha1()), root: root)
        let reply = try TimestampReply(der: authority.reply(to: request.der))
        #expect(throws: TimestampError(.untrusted, "")) {
            try reply.verified(of: bytes, anchors: TrustAnchors(pem: root.pem))
        }
    }

    @Test func injectedCertificatesAreHarmless() throws {
        let stranger = try TestCertificate.root("Stranger", serial: 77)
        let injected = [
            // The trusted name under another number, and a number that is the same by another issuer.
            try TestCertificate(.init(name: "Test TSA", serial: 3), issuer: authority.root),
            try TestCertificate(.init(name: "Test TSA", serial: 2), issuer: stranger), stranger,
            try TestCertificate.root("Test root"),
        ]
        let more = try TimestampReply(der: altered(reply.der, with: injected))
        let stamp = try more.verified(of: bytes, request: request, anchors: anchors)
        #expect(try stamp == reply.verified(of: bytes, request: request, anchors: anchors))
        #expect(try more.verified(of: bytes, request: request) == reply.verified(of: bytes, request: request))
        // A trusted certificate in the bag does not lend its name to whoever signed.
        let impostor = try TestAuthority(signer: .init(name: "Somebody", serial: 9), root: stranger)
        let forged = try altered(impostor.reply(to: request.der), with: [authority.signer, authority.root])
        #expect(throws: TimestampError(.untrusted, "")) {
            try TimestampReply(der: forged).verified(of: bytes, request: request, anchors: anchors)
        }
        #expect(try TimestampReply(der: forged).verified(of: bytes, request: request).signer == "CN = Somebody")
    }

    @Test func theSignersCertificateMustBeThereAndMadeForTimestamps() throws {
        let bare = try TimestampReply(der: altered(reply.der, without: authority.signer, with: []))
        #expect(throws: TimestampError(.badSigner, "")) { try bare.verified(of: bytes, anchors: anchors) }
        let uses: [[(Int32, String)]] = [
            [], [(NID_ext_key_usage, "timeStamping")], [(NID_ext_key_usage, "critical,codeSigning")],
            [(NID_ext_key_usage, "critical,timeStamping,codeSigning")],
        ]
        for use in uses {
            // The same key, name and number, but a certificate for something else.
            let other = try TestCertificate(.init(extensions: use), issuer: authority.root, key: authority.signer.key)
            let reply = try TimestampReply(
                der: altered(reply.der, without: authority.signer, with: [other]))
            #expect(throws: TimestampError(.untrusted, ""), "\(use)") {
                try reply.verified(of: bytes, anchors: anchors)
            }
            #expect(throws: TimestampError(.untrusted, ""), "\(use)") { try reply.verified(of: bytes) }
        }
        // A certificate for the right thing, but not the one that was signed with.
        let other = try TestCertificate(
            .init(notAfter: 1_609_459_201), issuer: authority.root, key: authority.signer.key)
        let swapped = try TimestampReply(der: altered(reply.der, without: authority.signer, with: [other]))
        #expect(throws: TimestampError(.badSigner, "")) { try swapped.verified(of: bytes, anchors: anchors) }
    }

    @Test func aRefusalSaysWhy() throws {
        var authority = authority
        authority.digest = EVP_sha512()
        let refusal = try TimestampReply(der: authority.reply(to: request.der))
        #expect { try refusal.verified(of: bytes, anchors: anchors) } throws: {
            let error = $0 as? TimestampError
            return error?.code == .refused && error?.reason.contains("status 2") == true
        }
    }

    @Test func namesAreShownAsTheyAre() throws {
        let authority = try TestAuthority(signer: .init(name: "Zeit für Перевірка"))
        let reply = try TimestampReply(der: authority.reply(to: request.der))
        #expect(try reply.verified(of: bytes).signer == "CN = Zeit für Перевірка")
    }

    @Test func damagedRepliesNeverTrapAndNeverSaySomethingElse() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = RandomNumbers(seed: seed)
        let stamp = try reply.verified(of: bytes, request: request, anchors: anchors)
        for _ in 0..<3000 {
            let damaged = reply.der.damaged(using: &random)
            guard let read = try? TimestampReply(der: damaged) else { continue }
            if let other = try? read.verified(of: bytes, request: request, anchors: anchors) {
                #expect(other == stamp, "seed \(seed)")
            }
            _ = try? read.verified(of: bytes)
        }
    }
}
