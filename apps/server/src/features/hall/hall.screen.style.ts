const light = '--ink: #1d2a33; --quiet: #51606b; --line: #dcdfe2; --paper: #fbfaf7; --surface: #fff; --accent: #0b6e99; --good: #1b7f4b;'
const dark = '--ink: #e8edf0; --quiet: #a3b1bb; --line: #33404a; --paper: #12181d; --surface: #1a2229; --accent: #6cc3e8; --good: #5fc98f;'

/** Read from across a hall: everything grows with the screen, and nothing has to be scrolled on one that lies: what has no room ends with a whole line, and the sentence about it is there whole or not at all (one column breaks between lines). */
export const screenStyle = `
:root { color-scheme: light; ${light} font-size: clamp(16px, 1.9vmin + .5vw, 4rem); }
:root[data-look=dark] { color-scheme: dark; ${dark} }
@media (prefers-color-scheme: dark) { :root:not([data-look=light]) { color-scheme: dark; ${dark} } }
* { box-sizing: border-box; }
body { display: grid; grid-template: minmax(0, 1fr) auto / minmax(0, 1fr); min-height: 100vh; margin: 0; background: var(--paper); color: var(--ink); font: 450 1rem/1.4 Onest, system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif; overflow-wrap: anywhere; }
main { display: grid; grid-template: minmax(0, 1fr) auto / minmax(0, 1fr); gap: 1.2rem; padding: 1.4rem; animation: come .2s; }
h1 { margin: .2rem 0 .6rem; font-size: 2.1rem; line-height: 1.12; font-weight: 750; text-wrap: balance; } p { margin: .3rem 0; } .quiet { color: var(--quiet); } .award { color: var(--good); font-weight: 600; } .about { font-size: 1.15rem; } .names { font-weight: 600; }
.number { display: inline-block; padding: 0 .5em; border-radius: .3em; background: var(--accent); color: var(--paper); font-size: 1.5rem; font-weight: 750; }
figure { display: grid; min-height: 0; margin: 0; } figure img { width: 100%; height: 100%; max-height: 60vh; object-fit: contain; } .blank { place-items: center; border: 1px solid var(--line); border-radius: .6rem; background: var(--surface); color: var(--quiet); font-size: 5rem; }
.code { display: flex; align-items: center; gap: 1rem; } .code svg { flex: none; width: 9rem; height: 9rem; border-radius: .4rem; } .code p { max-width: 16em; }
.bar { display: flex; flex-wrap: wrap; align-items: center; gap: 0 .4rem; padding: .2rem .8rem; border-top: 1px solid var(--line); background: var(--surface); font-size: 15px; } .bar span { margin-left: .8rem; color: var(--quiet); }
a { color: var(--accent); } .bar a, .bar button { display: inline-flex; align-items: center; justify-content: center; min-width: 44px; min-height: 44px; padding: 0 .5rem; } .bar [aria-current] { color: var(--ink); font-weight: 600; text-decoration: none; }
button { border: 1px solid var(--quiet); border-radius: 6px; background: none; color: var(--ink); font: inherit; cursor: pointer; } :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.away { position: fixed; top: 0; right: 0; margin: 0; padding: .2rem .7rem; border-radius: 0 0 0 .5rem; background: var(--line); font-size: .7rem; } .progress { position: fixed; bottom: 0; left: 0; width: 100%; height: 4px; background: var(--accent); transform-origin: left; animation: pass linear both; } .paused .progress { animation-play-state: paused; }
.idle .bar { opacity: 0; pointer-events: none; } .idle .bar:focus-within { opacity: 1; } .idle { cursor: none; }
@keyframes come { from { opacity: 0; } } @keyframes pass { from { transform: scaleX(0); } }
@media (min-aspect-ratio: 1/1) and (min-height: 500px) { body { height: 100vh; overflow: hidden; } main { grid-template: minmax(0, 1fr) auto / minmax(0, 5fr) minmax(0, 6fr); gap: 1.2rem 2rem; padding: 2rem; } figure { grid-area: 1 / 2 / 3 / 3; } figure img { max-height: none; } .words { overflow: hidden; columns: 1; column-fill: auto; orphans: 1; widows: 1; } .about { font-size: 1.05rem; break-inside: avoid; } .code svg { width: 9.5rem; height: 9.5rem; } }
@media (prefers-reduced-motion: reduce) { main { animation: none; } .progress { display: none; } }
`
