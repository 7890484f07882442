internal import HearsayCore

/// What all STIX objects share.
enum STIXObject {
    /// The identity of this program, which made the objects. The version is left out, so that two exports agree.
    static let maker = id("identity", ExportID("identity", ["Hearsay"]))

    /// The extension in which the fields stand that STIX has no word for.
    static let fields = id("extension-definition", ExportID("extension-definition", ["Hearsay", "1"]))

    /// "note--33edc2e7-…".
    static func id(_ type: String, _ id: ExportID) -> String { "\(type)--\(id)" }

    /// Writes the fields that every object begins with. Nothing is known of an object before or after its capture.
    static func head(_ type: String, _ id: ExportID, at time: String, to writer: inout JSONWriter) {
        writer.field("type", type)
        writer.field("spec_version", "2.1")
        writer.field("id", Self.id(type, id))
        writer.field("created_by_ref", maker)
        writer.field("created", time)
        writer.field("modified", time)
    }

    /// Writes the extension; `body` writes at least one field.
    static func extend(_ writer: inout JSONWriter, _ body: (inout JSONWriter) -> Void) {
        writer.field("extensions") { writer in
            writer.object { writer in
                writer.field(fields) { writer in
                    writer.object { writer in
                        writer.field("extension_type", "property-extension")
                        body(&writer)
                    }
                }
            }
        }
    }

    /// Two-letter codes of languages that OASIS's validator knows too; it takes any other one for a fault.
    private static let languages = Set(
        """
        af ar az be bg ca cs cy da de dv el en eo es et eu fa fi fo fr gl gu he hi hr hu hy id is it ja ka kk kn ko ky lt
        lv mi mk mn mr ms mt nb nl ns pa pl ps pt qu ro ru sa se sk sl sq sv sw ta te th tl tn tr tt ts uk ur uz vi xh zh
        zu
        """.split { " \n".contains($0) }.map(String.init))

    /// The language of a BCP 47 tag, without region and script; nil where it is not one of those.
    static func language(_ tag: String) -> String? {
        let primary = String(decoding: tag.utf8.prefix { $0 != 0x2D }, as: UTF8.self)
        return languages.contains(primary) ? primary : nil
    }
}
