/// The style sheet of the page. It is the only thing that the page's content security policy lets a browser use.
package enum PageStyle {
    /// Colours that voices share out among them; more voices begin anew and keep apart by their numbers.
    static let palette = 8

    /// What `style-src` names, so that no other style and no script can run.
    static let source = "'sha256-\(Digest.base64(of: Array(sheet.utf8)))'"

    /// The sheet.
    package static let sheet = colours + type + marks + legend + wide

    private static let colours = """
        :root { color-scheme: light dark; --paper: #fdfcf9; --ink: #1d1c1a; --soft: #66625b; --line: #e2ded5; --wash: #f5f2eb;
          --v1: #0b62a8; --v2: #b23a0e; --v3: #1b7a43; --v4: #7a3fb0; --v5: #a4690a; --v6: #b0266b; --v7: #0d7a80; --v8: #5b6573; --mix: 13%; }
        @media (prefers-color-scheme: dark) {
          :root { --paper: #151618; --ink: #e7e4de; --soft: #a09b92; --line: #313236; --wash: #1d1f22;
            --v1: #74b6f2; --v2: #f49a72; --v3: #74cf98; --v4: #c5a0f3; --v5: #e6bd62; --v6: #f293bf; --v7: #6ccfd4; --v8: #aeb8c5; --mix: 20%; } }

        """

    private static let type = """
        * { box-sizing: border-box; margin: 0; }
        html { font: 100%/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif; background: var(--paper);
          color: var(--ink); -webkit-text-size-adjust: 100%; scroll-padding-top: 30vh; }
        main { max-width: 72rem; margin: 0 auto; padding: 2rem 1.15rem 3rem; overflow-wrap: break-word; }
        main + main { border-top: 1px solid var(--line); }
        h1, .text { font-family: Charter, "Bitstream Charter", "Iowan Old Style", "Source Serif 4", "Noto Serif", Cambria, Georgia, serif; }
        h1 { font-size: clamp(1.65rem, 1.2rem + 2.2vw, 2.6rem); line-height: 1.18; font-weight: 700; letter-spacing: -.012em;
          text-wrap: balance; max-width: 24em; margin: .3rem 0 .6rem; }
        .outlet { font-weight: 650; letter-spacing: .01em; } .outlet span { color: var(--soft); font-weight: 400; }
        .facts, .update { color: var(--soft); font-size: .92rem; max-width: 44rem; } .update { margin-top: .35rem; }
        .jump { margin-bottom: 1.4rem; font-size: .92rem; } .jump a { color: var(--soft); text-underline-offset: .2em; }
        .sum { margin: 1.1rem 0 .9rem; padding: .6rem .85rem; background: var(--wash); border-radius: .5rem; font-size: .95rem;
          display: inline-block; }
        .text { font-size: 1.1rem; line-height: 1.86; max-width: 38rem; hanging-punctuation: first; }
        .text p { margin: 0 0 1.15em; text-wrap: pretty; }
        .text h2 { font-size: 1.2rem; margin: 1.6em 0 .5em; }
        .text .aside { font: .87rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; color: var(--soft);
          border-left: 3px solid var(--line); padding-left: .8rem; }
        footer { color: var(--soft); font-size: .85rem; border-top: 1px solid var(--line); padding: 1rem 1.15rem 2rem; text-align: center; }

        """

    private static let marks = """
        mark { color: inherit; background: none; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
        .c { background: color-mix(in srgb, var(--c) var(--mix), transparent); border-bottom: 2px solid var(--c); padding: .1em 0 .06em; }
        .o { box-shadow: 0 2px 0 var(--paper), 0 4px 0 var(--o); }
        .s { color: var(--s); font-weight: 650; }
        .k { color: var(--s); font-style: italic; }
        .ref { font: 650 .68rem/1 system-ui, sans-serif; vertical-align: .42em; margin: 0 .12em 0 .18em; padding: .12em .38em; border-radius: .7em;
          color: var(--paper); background: var(--c); text-decoration: none; white-space: nowrap; }
        .ref:hover, .ref:focus-visible { outline: 2px solid var(--c); outline-offset: 2px; }
        :target { outline: 2px solid var(--c, var(--v1)); outline-offset: 3px; border-radius: 2px; }

        """
        + (1...palette).map {
            ".c\($0) { --c: var(--v\($0)); } .o\($0) { --o: var(--v\($0)); } .s\($0) { --s: var(--v\($0)); }\n"
        }.joined()

    private static let legend = """
        .voices { font-size: .92rem; margin-bottom: 2rem; } .voices h2 { font-size: .8rem; text-transform: uppercase; letter-spacing: .08em;
          color: var(--soft); font-weight: 600; margin-bottom: .55rem; }
        .voices ol { list-style: none; padding: 0; }
        .voices li.voice { border-left: 4px solid var(--c); padding: .1rem 0 .1rem .75rem; margin-bottom: .95rem; }
        .chain { line-height: 1.38; } .chain b { font-weight: 650; } .chain .via { color: var(--soft); }
        .chain .ref { vertical-align: .1em; margin: 0 .55em 0 0; }
        .badge { font-size: .74rem; border: 1px solid var(--c); color: var(--c); border-radius: 1em; padding: .04em .55em; white-space: nowrap; }
        .meta, .reason, details { color: var(--soft); font-size: .86rem; line-height: 1.45; margin-top: .18rem; }
        .reason q { color: var(--ink); font-style: italic; }
        summary { cursor: pointer; width: fit-content; } summary:focus-visible { outline: 2px solid var(--c); }
        details ul { list-style: none; padding: .25rem 0 .1rem; } details li { padding: .18rem 0; }
        details a { color: var(--c); text-underline-offset: .2em; }

        """

    private static let wide = """
        @media (min-width: 60rem) {
          .jump { display: none; } .sum { margin-bottom: 1.6rem; }
          main { padding: 3.2rem 2.5rem 4rem; }
          .columns { display: grid; grid-template-columns: minmax(0, 38rem) minmax(17rem, 22rem); gap: 4rem; justify-content: space-between; }
          .text { grid-column: 1; grid-row: 1; }
          .voices { grid-column: 2; grid-row: 1; position: sticky; top: 1.5rem; align-self: start; max-height: calc(100vh - 3rem);
            overflow-y: auto; padding-right: .5rem; } }
        @media print { .voices { max-height: none; overflow: visible; position: static; } mark { print-color-adjust: exact; } }

        """
}
