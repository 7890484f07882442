/// How a drawing looks. Everything is told apart by shape, line or word first; colour only helps.
enum SVGStyle {
    /// The style sheet: light, and dark where the reader's system is.
    static let sheet: StaticString = """
        <style>
        svg { --ink: #1d1d1b; --soft: #5f5d57; --ground: #fdfcf8; --band: #f3f1ea; --card: #ffffff; --line: #8b887f;
        --cites: #0b5cad; --copies: #6a2ea0; --rewrites: #8a5a00; --told: #767368; --alarm: #b3261e; }
        @media (prefers-color-scheme: dark) { svg { --ink: #edeae2; --soft: #b5b1a6; --ground: #1a1a18; --band: #242320;
        --card: #2e2d29; --line: #8b887f; --cites: #7db8f5; --copies: #c9a0f0; --rewrites: #e2b45c; --told: #a5a297;
        --alarm: #ff8a80; } }
        text { font: 12px system-ui, "DejaVu Sans", sans-serif; fill: var(--ink); }
        .ground { fill: var(--ground); } .band { fill: var(--band); } .soft { fill: var(--soft); }
        .title { font-size: 16px; font-weight: 700; } .strong { font-weight: 700; }
        .lane { font-size: 12px; font-weight: 700; paint-order: stroke; stroke: var(--band); stroke-width: 5px; stroke-linejoin: round; }
        .day { stroke: var(--line); stroke-width: 1; stroke-dasharray: 1 3; }
        .card { fill: var(--card); stroke: var(--line); stroke-width: 1; } .card.denies { stroke: var(--alarm); stroke-dasharray: 4 2; }
        .card.outside { stroke: var(--ink); stroke-dasharray: 5 3; }
        .arrow { fill: none; stroke-width: 1.5; } .round { stroke-width: 3; }
        .told { stroke: var(--told); stroke-width: 1; } .cites { stroke: var(--cites); stroke-dasharray: 6 4; }
        .copies { stroke: var(--copies); stroke-width: 2.5; } .rewrites { stroke: var(--rewrites); stroke-dasharray: 9 3 2 3; }
        .version { stroke: var(--soft); stroke-dasharray: 1.5 3; } .arrow.copies.round { stroke-width: 4; }
        .tip { fill: none; stroke-width: 1.5; stroke-dasharray: none; } .tip.copies { fill: var(--copies); stroke-width: 1; }
        .tip.rewrites { fill: var(--band); } .tip.told { fill: var(--told); }
        .shape { fill: none; stroke: var(--ink); stroke-width: 1.75; } .shape.named { fill: var(--ink); }
        .shape.unattributed { stroke-dasharray: 2 2; } .mark { fill: none; stroke: var(--alarm); stroke-width: 1.75; }
        </style>

        """

    /// The heads of arrows, each of a shape of its own.
    static let heads: StaticString = """
        <defs>
        <marker id="tip-told" viewBox="0 0 10 10" refX="6" refY="5" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><circle class="tip told" cx="5" cy="5" r="2.5"/></marker>
        <marker id="tip-cites" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="10" markerHeight="10" markerUnits="userSpaceOnUse" orient="auto"><path class="tip cites" d="M2 1L9 5L2 9"/></marker>
        <marker id="tip-copies" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="11" markerHeight="11" markerUnits="userSpaceOnUse" orient="auto"><path class="tip copies" d="M1 1L9 5L1 9z"/></marker>
        <marker id="tip-rewrites" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="11" markerHeight="11" markerUnits="userSpaceOnUse" orient="auto"><path class="tip rewrites" d="M1 1L9 5L1 9z"/></marker>
        <marker id="tip-version" viewBox="0 0 10 10" refX="7" refY="5" markerWidth="10" markerHeight="10" markerUnits="userSpaceOnUse" orient="auto"><path class="tip version" d="M7 1V9"/></marker>
        </defs>

        """
}
