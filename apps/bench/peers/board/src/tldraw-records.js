import { b64Vecs, createBindingId, createShapeId, getIndices, toRichText } from 'tldraw'

// Complete records, as a saved board holds them: a store that is opened puts them in as they are.

/** A note of tldraw's own is 200 wide. */
const noteSize = 200
const colours = {
  '#ffec99': 'yellow',
  '#a5d8ff': 'light-blue',
  '#b2f2bb': 'light-green',
  '#fcc2d7': 'light-red',
  '#d0bfff': 'light-violet',
  '#1e1e1e': 'black',
  '#e03131': 'red',
  '#1971c2': 'blue',
}
const colourOf = ({ color }) => colours[color] ?? 'grey'

const base = (id, type, { x, y }, index, parentId, props) => ({
  typeName: 'shape',
  id: createShapeId(id),
  type,
  x,
  y,
  rotation: 0,
  index,
  parentId,
  isLocked: false,
  opacity: 1,
  meta: {},
  props,
})

const label = { font: 'draw', size: 'm', url: '', labelColor: 'black', align: 'middle', verticalAlign: 'middle' }

const propsOf = {
  sticky: (el) => ({
    ...label,
    color: colourOf(el),
    richText: toRichText(el.text ?? ''),
    fontSizeAdjustment: 1,
    growY: 0,
    scale: el.w / noteSize,
    textLastEditedBy: null,
  }),
  shape: (el) => ({
    ...label,
    size: 's',
    geo: el.form,
    dash: 'solid',
    fill: 'solid',
    color: colourOf(el),
    richText: toRichText(el.text ?? ''),
    w: el.w,
    h: el.h,
    growY: 0,
    scale: 1,
    flipX: false,
    flipY: false,
  }),
  draw: (el) => ({
    color: colourOf(el),
    fill: 'none',
    dash: 'solid',
    size: 's',
    segments: [{ type: 'free', path: b64Vecs.encodePoints(el.points.map(([x, y]) => ({ x, y, z: 0.5 }))) }],
    isComplete: true,
    isClosed: false,
    isPen: false,
    scale: 1,
    scaleX: 1,
    scaleY: 1,
  }),
}
const kinds = { sticky: 'note', shape: 'geo', draw: 'draw' }

const arrowProps = {
  kind: 'arc',
  labelColor: 'black',
  color: 'black',
  fill: 'none',
  dash: 'solid',
  size: 's',
  arrowheadStart: 'none',
  arrowheadEnd: 'arrow',
  font: 'draw',
  start: { x: 0, y: 0 },
  end: { x: 2, y: 0 },
  bend: 0,
  richText: toRichText(''),
  labelPosition: 0.5,
  scale: 1,
  elbowMidPoint: 0.5,
}

const bindingOf = (conn, terminal) => ({
  typeName: 'binding',
  id: createBindingId(`${conn.id}-${terminal}`),
  type: 'arrow',
  fromId: createShapeId(conn.id),
  toId: createShapeId(terminal === 'start' ? conn.from : conn.to),
  meta: {},
  props: { terminal, normalizedAnchor: { x: 0.5, y: 0.5 }, isExact: false, isPrecise: false, snap: 'none' },
})

export const recordsOf = ({ els, conns }, pageId) => {
  const indices = getIndices(els.length + conns.length)
  return [
    ...els.map((el, at) => base(el.id, kinds[el.type], el, indices[at], pageId, propsOf[el.type](el))),
    ...conns.map((conn, at) => base(conn.id, 'arrow', { x: 0, y: 0 }, indices[els.length + at], pageId, arrowProps)),
    ...conns.flatMap((conn) => [bindingOf(conn, 'start'), bindingOf(conn, 'end')]),
  ]
}
