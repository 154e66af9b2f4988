/** Of any page: its colours, its letters, its pictures. No font goes with it; the system's has Kazakh letters. */
export const frame = `
:root { color-scheme: light dark; --ink: #1d2a33; --quiet: #51606b; --line: #dcdfe2; --paper: #fbfaf7; --surface: #fff; --accent: #0b6e99; --good: #1b7f4b; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8edf0; --quiet: #a3b1bb; --line: #33404a; --paper: #12181d; --surface: #1a2229; --accent: #6cc3e8; --good: #5fc98f; } }
* { box-sizing: border-box; }
body { max-width: 52rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; background: var(--paper); color: var(--ink); font: 17px/1.55 Onest, system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 2.2rem; line-height: 1.15; } h1, h2, h3, h4 { text-wrap: balance; } h3 { margin: .2rem 0 .6rem; font-size: 1.4rem; }
header { border-bottom: 2px solid var(--accent); } .quiet { color: var(--quiet); font-size: .9rem; } a { color: var(--accent); }
img { max-width: 100%; height: auto; border-radius: 6px; } figure { margin: 1rem 0; } figcaption { color: var(--quiet); font-size: .9rem; }
@media print { @page { size: A4; margin: 18mm; } body { max-width: none; padding: 0; background: none; font-size: 11pt; } article, .evidence li, figure, tr { break-inside: avoid; } h2, h3, h4 { break-after: avoid; } }
`

/** Of the page that is carried away: readable on any screen, and on paper. */
export const style = `${frame}article { margin: 1rem 0 1.5rem; padding: 1.1rem 1.3rem; border: 1px solid var(--line); border-radius: 12px; background: var(--surface); }
.face { display: block; width: 100%; max-height: 22rem; object-fit: cover; border-radius: 12px; }
.pieces { display: grid; grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr)); gap: 1rem; } .pieces figure { margin: 0; } .pieces .leaf { grid-column: 1 / -1; min-width: 0; padding: .2rem 1rem; border: 1px solid var(--line); border-radius: 6px; background: var(--paper); break-inside: auto; } .leaf > figcaption { margin-top: .6rem; font-weight: 600; } .leaf figure { margin: 1rem 0; }
table { width: 100%; border-collapse: collapse; margin: 1rem 0; font-size: .95rem; } th, td { padding: .4rem .6rem; border: 1px solid var(--line); text-align: left; vertical-align: top; }
.map table { font-size: .85rem; } .map th { overflow-wrap: normal; hyphens: auto; } .map thead th { padding: .4rem .3rem; font-size: .78rem; } .map [scope=row] { width: 45%; font-weight: 500; } .map td { text-align: center; } .map [scope=rowgroup] { background: var(--paper); } .map td b { color: var(--accent); }
.map .told { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; } .map .key { display: none; }
@media screen and (max-width: 40rem) { .map .key { display: block; } .map .long { display: none; } .map thead th { text-align: center; } .map tr > :last-child:not([scope]), .map thead th:last-child { display: none; } .map [scope=row] { width: 55%; } }
blockquote { margin: 1rem 0; padding: .1rem 1rem; border-left: 4px solid var(--accent); } pre { overflow: auto; padding: .8rem; border: 1px solid var(--line); border-radius: 6px; }
.evidence { padding: 0; list-style: none; } .evidence li { margin: .6rem 0; padding: .6rem .9rem; border: 1px solid var(--line); border-radius: 6px; } .verdict { margin: .5rem 0 0; } .state { font-weight: 600; }
`
