import { createHash } from 'node:crypto'
import { frame, style as carried } from '../export/export.style.ts'

/** A front page on a slow line carries no rule that it does not use: what stands and floors need comes with them. */
export const style = `${frame}body { max-width: 68rem; } header h1 { margin: .4rem 0; } main > p, main > section > p { max-width: 42rem; }
a { text-underline-offset: .15em; } :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.top { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; } .top a, .paging a, .paging span, .around a { display: inline-flex; align-items: center; min-width: 44px; min-height: 44px; padding: 0 .5rem; }
.languages [aria-current] { color: var(--ink); font-weight: 600; text-decoration: none; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; } dt { color: var(--quiet); } dd { margin: 0; }
.wall, .shots, .awards, .more { padding: 0; list-style: none; }
form { display: flex; flex-wrap: wrap; align-items: end; gap: .6rem .8rem; margin: 1rem 0; padding: .9rem 1rem; border: 1px solid var(--line); border-radius: 12px; background: var(--surface); }
label { display: grid; gap: .2rem; flex: 1 1 11rem; font-size: .9rem; color: var(--quiet); } label.tick { display: flex; align-items: center; gap: .5rem; min-height: 44px; flex: 0 1 auto; color: var(--ink); } .tick input { width: 1.3rem; height: 1.3rem; }
input, select, button { font: inherit; } [type=search], select { width: 100%; min-height: 44px; padding: .4rem .6rem; border: 1px solid var(--quiet); border-radius: 6px; background: var(--paper); color: var(--ink); }
button, .clear { display: inline-flex; align-items: center; min-height: 44px; padding: .3rem 1.1rem; border-radius: 6px; } button { border: 0; background: var(--accent); color: var(--paper); font-weight: 600; }
.wall { display: grid; grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr)); gap: 1rem; } .wall li { border: 1px solid var(--line); border-radius: 12px; background: var(--surface); overflow: hidden; } .wall a { display: block; height: 100%; color: var(--ink); text-decoration: none; } .wall h3 { margin: 0; font-size: 1.1rem; text-decoration: underline; text-underline-offset: .15em; } .wall div { padding: .7rem .9rem 1rem; } .wall p { margin: .2rem 0 0; }
.wall img, .blank { display: block; width: 100%; height: auto; aspect-ratio: 4 / 3; object-fit: cover; border-radius: 0; background: var(--line); } .blank { display: grid; place-items: center; color: var(--quiet); font-size: 2.4rem; }
.award { color: var(--good); font-weight: 600; } .awards li { display: flex; flex-wrap: wrap; gap: 0 .8rem; align-items: center; padding: .4rem 0; border-top: 1px solid var(--line); } .awards a { display: inline-flex; align-items: center; min-height: 44px; }
.prizes { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(19rem, 100%), 1fr)); gap: 0 2rem; } .prizes h3 { margin: 1rem 0 .3rem; } .prizes .award { flex: 1 0 100%; }
.more a { display: inline-flex; align-items: center; min-height: 44px; } .paging, .around { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem; }
footer { margin-top: 2.5rem; border-top: 1px solid var(--line); }
@media print { .top, form, .paging, .around, .more { display: none; } .wall { grid-template-columns: repeat(3, 1fr); } .wall li { break-inside: avoid; } }
@media (max-width: 30rem) { body { padding: .75rem 1rem 3rem; font-size: 16px; } h1 { font-size: 1.7rem; } dl { grid-template-columns: 1fr; } dd { margin-bottom: .4rem; } .wall { grid-template-columns: repeat(auto-fill, minmax(8.5rem, 1fr)); gap: .6rem; } .wall div { padding: .5rem .6rem .7rem; } .wall h3 { font-size: 1rem; overflow-wrap: anywhere; } label { flex-basis: 8rem; } }
`

/** A stand, its board and its records, which look as they do where they are carried away. */
export const standStyle = `${style}${carried.slice(frame.length)}.shots { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(18rem, 100%), 20rem)); gap: 1rem; } .shots img, .poster img { display: block; width: 100%; } .poster { max-width: 42rem; margin: 1rem 0; } ul.more { display: flex; flex-wrap: wrap; gap: .5rem; } ul.more a { padding: 0 .9rem; border: 1px solid var(--quiet); border-radius: 6px; background: var(--surface); } .film { max-width: 42rem; } .film video { display: block; width: 100%; aspect-ratio: 16 / 9; border-radius: 12px; background: #000; } .files { padding: 0; list-style: none; } .files a { display: inline-flex; align-items: center; min-height: 44px; overflow-wrap: anywhere; }
.look { overflow: auto; max-height: 80vh; border: 1px solid var(--line); border-radius: 12px; background: #fff; } .look img { display: block; width: 160%; max-width: none; border-radius: 0; } .look.held { cursor: grab; touch-action: pan-x pan-y; user-select: none; } .look.held:active { cursor: grabbing; } .zoom { display: flex; align-items: center; gap: .5rem; } .zoom button { justify-content: center; min-width: 44px; padding: 0; font-size: 1.3rem; } .zoom output { min-width: 4em; text-align: center; font-variant-numeric: tabular-nums; }
.steps figure { margin: 1rem 0; } .steps img { display: block; width: 100%; max-height: 80vh; object-fit: contain; background: #fff; border: 1px solid var(--line); } .steps.plays figure { display: none; } .steps.plays figure.now { display: block; }
.visitors { scroll-margin-top: 1rem; } .visitors textarea { flex: 1 1 100%; width: 100%; padding: .5rem .6rem; border: 1px solid var(--quiet); border-radius: 6px; background: var(--paper); color: var(--ink); font: inherit; } .visitors form p { flex: 1 1 100%; margin: 0; } .visitors h2 { margin-bottom: .2rem; } .said { min-height: 1.5em; margin: 0; color: var(--good); font-weight: 600; } .said.no { color: var(--ink); }
.react button { flex: 1 1 auto; justify-content: center; padding: .3rem .7rem; white-space: nowrap; border: 1px solid var(--quiet); background: var(--paper); color: var(--ink); } .counts, .asked { padding: 0; list-style: none; } .counts { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; } .asked li { margin: .8rem 0; padding: .8rem 1rem; border: 1px solid var(--line); border-radius: 12px; background: var(--surface); } .question p { margin: 0; font-weight: 600; } .answer { margin-top: .6rem; padding-left: .8rem; border-left: 4px solid var(--accent); } .answer p { margin: .2rem 0; }
.model { max-width: 42rem; } .model > button + p { margin: .4rem 0; } .model[data-script] figure { cursor: pointer; } .model[data-turns] figure, .model[data-turns] > button { display: none; }
.turn { margin: 1rem 0; border: 2px solid var(--accent); border-radius: 12px; background: var(--surface); overflow: hidden; } .turn .window { position: relative; aspect-ratio: 4 / 3; max-height: 70vh; width: 100%; overflow: hidden; cursor: grab; touch-action: none; } .turn .window:focus-visible { outline-offset: -4px; } .turn canvas { position: absolute; inset: 0; width: 100%; height: 100%; }
.side { position: absolute; top: 0; left: 0; padding: 0 .4rem; border-radius: 6px; background: var(--surface); font-size: .8rem; font-weight: 600; white-space: nowrap; pointer-events: none; } .turn .told { margin: 0; padding: .4rem .8rem; border-top: 1px solid var(--line); font-size: .9rem; } .turn .tools { display: flex; flex-wrap: wrap; gap: .4rem; padding: .5rem .8rem .8rem; }
.turn button { padding: .3rem .8rem; border: 1px solid var(--quiet); background: none; color: var(--ink); font-weight: 450; } .turn [aria-pressed=true] { border: 2px solid var(--accent); } .turn button:disabled { color: var(--quiet); border-style: dashed; } .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (min-width: 56rem) { .pair, .visitors { display: grid; grid-template-columns: minmax(0, 1.15fr) minmax(0, 1fr); column-gap: 2.2rem; align-items: start; } .pair h2 { margin-top: 1rem; } .visitors > h2, .said { grid-column: 1 / -1; } .live h3 { margin-top: .6rem; } }
@media (max-width: 30rem) { article { padding: .9rem 1rem; } .look img { width: 260%; } }
math { max-width: 100%; overflow-x: auto; overflow-y: hidden; } .scroll { overflow-x: auto; }
`

/** The front door: posters on the wall, what is on now the largest, and what comes by its day, as on a leaf of a calendar. */
export const doorStyle = `${style}.open, .soon { display: grid; gap: 1rem; padding: 0; list-style: none; } .open li, .soon li { border: 1px solid var(--line); border-radius: 12px; background: var(--surface); overflow: hidden; } .open li { border: 2px solid var(--accent); }
.open a, .soon a { display: grid; color: var(--ink); text-decoration: none; } .open div, .soon div { padding: .9rem 1.1rem 1.1rem; } .open h3, .soon h3, .wall h4 { margin: .1rem 0 .4rem; text-decoration: underline; text-underline-offset: .15em; } .open h3 { font-size: 1.6rem; line-height: 1.2; } .soon h3 { font-size: 1.2rem; } .wall h4 { font-size: 1.05rem; } .open p, .soon p { margin: .2rem 0 0; } .stage { color: var(--quiet); font-size: .9rem; } .open .stage { color: var(--good); font-weight: 600; }
.open img { display: block; width: 100%; height: 100%; aspect-ratio: 4 / 3; object-fit: cover; border-radius: 0; } .blank { background: repeating-linear-gradient(var(--line) 0 1px, transparent 1px 24px), repeating-linear-gradient(90deg, var(--line) 0 1px, transparent 1px 24px), var(--surface); color: var(--accent); font-weight: 750; }
.soon a { grid-template-columns: auto 1fr; } .date { display: grid; align-content: center; justify-items: center; min-width: 6.5rem; padding: .8rem; background: var(--accent); color: var(--paper); font-variant-numeric: tabular-nums; } .date b { font-size: 1.6rem; line-height: 1.1; }
.years { display: flex; flex-wrap: wrap; gap: .5rem; margin: .8rem 0; } .years a { display: inline-flex; gap: .5rem; align-items: center; min-height: 44px; padding: 0 .9rem; border: 1px solid var(--line); border-radius: 6px; background: var(--surface); color: var(--ink); text-decoration: none; } .years [aria-current] { border: 2px solid var(--accent); }
@media (min-width: 46rem) { .open a { grid-template-columns: minmax(0, 1.1fr) minmax(0, 1fr); } .open div { align-self: center; padding: 1.2rem 1.6rem; } .open .blank { height: 100%; min-height: 14rem; } .soon { grid-template-columns: repeat(auto-fill, minmax(24rem, 1fr)); } }
@media (max-width: 30rem) { .open h3 { font-size: 1.35rem; } .date { min-width: 5rem; padding: .5rem; } .date b { font-size: 1.25rem; } .wall { grid-template-columns: 1fr; } }
`

export const floorStyle = `${style}.floor { overflow: auto; border: 1px solid var(--line); border-radius: 12px; background: var(--surface); } .floor svg { display: block; min-width: 100%; height: auto; } .ground { fill: none; stroke: var(--quiet); stroke-width: .08; } .net { fill: none; stroke: var(--line); stroke-width: .03; }
.floor [id] rect { fill: var(--surface); stroke: var(--accent); stroke-width: .08; } .floor text { fill: var(--ink); font-size: .62px; font-weight: 700; text-anchor: middle; } .floor a { text-decoration: none; outline: 0; } .floor a:hover rect, .floor a:focus-visible rect { stroke-width: .18; } .floor .shut rect { stroke: var(--quiet); stroke-dasharray: .2 .14; } .floor .shut text { fill: var(--quiet); }
.floor [id] { scroll-margin: 45vh 40vw; } .floor :target rect { fill: var(--accent); stroke: var(--ink); stroke-width: .14; } .floor :target text { fill: var(--paper); } .numbers { columns: 18rem; column-gap: 2rem; padding: 0; list-style: none; } .numbers li { display: flex; gap: .8rem; align-items: center; min-height: 44px; border-top: 1px solid var(--line); break-inside: avoid; } .numbers b { flex: 0 0 2.4rem; text-align: right; font-variant-numeric: tabular-nums; } .numbers a { display: inline-flex; align-items: center; min-height: 44px; }
`

/**
 * Nothing but these styles and what is ours is loaded: pictures, a model that somebody wants to turn, and the scripts that turn it, play
 * the steps of a project, send a visitor’s words, or lead a big screen from stand to stand.
 */
export const policyWith = (...each: readonly string[]): string =>
  [
    "default-src 'none'",
    "img-src 'self'",
    "media-src 'self'",
    "script-src 'self'",
    "worker-src 'self'",
    "connect-src 'self'",
    ['style-src', ...each.map((one) => `'sha256-${createHash('sha256').update(one).digest('base64')}'`)].join(' '),
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')

export const hallPolicy = policyWith(style, standStyle, doorStyle, floorStyle)
