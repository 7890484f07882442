import HearsayCore
import Testing

@testable import HearsayCapture

private func bytes(_ text: String) -> ByteSlice { Array(text.utf8)[...] }

@Suite struct PictureLabelTests {
    @Test(arguments: [
        ("Photo: Jane Roe", "Jane Roe"), ("Image credit: Jane Roe", "Jane Roe"), ("Photograph by Jane Roe", "Jane Roe"),
        ("Courtesy of the harbour", "the harbour"), ("Photo courtesy Jane Roe", "Jane Roe"), ("© Jane Roe", "Jane Roe"),
        ("Photo: © Jane Roe", "Jane Roe"), ("Credit...Jane Roe", "Jane Roe"), ("Image via Skerry", "Skerry"),
        ("Featured image: Jane Roe", "Jane Roe"), ("Photo Illustration by Jane Roe", "Jane Roe"),
        ("via Skerry", "Skerry"), ("File: Reuters", "Reuters"), ("Provided by Jane Roe", "Jane Roe"),
    ])
    func labels(_ words: String, _ rest: String) {
        let label = PictureLabel(bytes(words))
        #expect(label.map { bytes(words).dropFirst($0.length).trimmed.string } == rest)
    }

    @Test(arguments: [
        "The photo shows the pier.", "Images of the pier", "Credit cards were refused", "Sources say so", "By Jane Roe",
        "Pictures from the march", "",
    ])
    func otherWords(_ words: String) { #expect(PictureLabel(bytes(words)) == nil) }
}

@Suite struct PictureWordsTests {
    @Test(arguments: [
        ("The old pier. (Jane Roe/AFP)", "The old pier.", "Jane Roe/AFP"),
        ("The old pier (Photo by Jane Roe/Getty Images)", "The old pier", "Jane Roe/Getty Images"),
        ("The old pier in 2031 [File: Reuters]", "The old pier in 2031", "Reuters"),
        (
            "The old pier, seen on November 18, 2031. REUTERS/Jane Roe", "The old pier, seen on November 18, 2031.",
            "REUTERS/Jane Roe"
        ),
        ("The old pier. Photo: Jane Roe", "The old pier.", "Jane Roe"),
        ("The old pier. Jane Roe", "The old pier.", "Jane Roe"),
        ("The old pier | Getty Images", "The old pier", "Getty Images"),
        ("The old pier. © Jane Roe", "The old pier.", "Jane Roe"),
        ("The old pier (harbourpost.example)", "The old pier (harbourpost.example)", nil),
        ("The old pier. (harbourpost.example)", "The old pier.", "harbourpost.example"),
        ("Jane Roe Submitted photo", "Jane Roe", "Submitted photo"),
        ("Getty Images", "", "Getty Images"),
        ("Jane Roe (left) and John Doe (right)", "Jane Roe (left) and John Doe (right)", nil),
        ("The pier of Kelmoor, N.H.", "The pier of Kelmoor, N.H.", nil),
        ("Jane Roe", "Jane Roe", nil),
    ])
    func cuts(_ words: String, _ caption: String, _ credit: String?) {
        let found = PictureWords(bytes(words))
        #expect(found.caption.trimmed.string == caption)
        #expect(found.credit?.trimmed.string == credit)
    }

    @Test func anyBytesAreRead() {
        var random = SystemRandomNumberGenerator()
        let seed = random.next()
        var state = seed
        let pieces = Array("AP Getty Photo: (by) [x] | . \u{A9} \u{2014} / , 12 a. Roe\n".utf8)
        for _ in 0..<2000 {
            var words: [UInt8] = []
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            for step in 0..<Int(state >> 58) {
                state = state &* 6_364_136_223_846_793_005 &+ UInt64(step) | 1
                words.append(pieces[Int((state >> 33) % UInt64(pieces.count))])
            }
            let found = PictureWords(words[...])
            #expect(found.caption.count <= words.count, "seed \(seed)")
            _ = PictureWords.withoutMarks(words[...])
            _ = UpdateNote.kind(of: words[...])
            _ = UpdateNote.label(words[...])
        }
    }
}
