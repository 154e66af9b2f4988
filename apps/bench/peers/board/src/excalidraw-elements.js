import { FONT_FAMILY, ROUNDNESS } from '@excalidraw/excalidraw'

// Complete elements, as a saved board holds them: nothing is measured or wrapped while it opens.

const fontSize = 16
const lineHeight = 1.25
const letterWidth = 8.5

const base = (id, type, { x, y, w, h }, at) => ({
  id,
  type,
  x,
  y,
  width: w,
  height: h,
  angle: 0,
  strokeColor: '#1e1e1e',
  backgroundColor: 'transparent',
  fillStyle: 'solid',
  strokeWidth: 1,
  strokeStyle: 'solid',
  // Clean lines: cheaper than the hand-drawn ones that Excalidraw begins with, and what the others draw.
  roughness: 0,
  opacity: 100,
  groupIds: [],
  frameId: null,
  roundness: null,
  seed: at + 1,
  version: 1,
  versionNonce: at + 1,
  isDeleted: false,
  boundElements: null,
  updated: 1,
  link: null,
  locked: false,
})

const wrap = (text, width) => {
  const lettersMax = Math.max(1, Math.floor(width / letterWidth))
  const lines = ['']
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last === '') lines[lines.length - 1] = word
    else if (last.length + 1 + word.length <= lettersMax) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

export const textIdOf = (id) => `${id}-text`

const textIn = (el, at) => {
  const lines = wrap(el.text, el.w - 10)
  const w = Math.max(...lines.map((line) => line.length)) * letterWidth
  const h = lines.length * fontSize * lineHeight
  return {
    ...base(textIdOf(el.id), 'text', { x: el.x + (el.w - w) / 2, y: el.y + (el.h - h) / 2, w, h }, at),
    fontSize,
    fontFamily: FONT_FAMILY.Excalifont,
    text: lines.join('\n'),
    originalText: el.text,
    textAlign: 'center',
    verticalAlign: 'middle',
    containerId: el.id,
    autoResize: true,
    lineHeight,
  }
}

const strokeOf = (el, at) => ({
  ...base(el.id, 'freedraw', el, at),
  strokeColor: el.color,
  points: el.points,
  pressures: [],
  simulatePressure: true,
  lastCommittedPoint: null,
})

const boxOf = (el, bound, at) => ({
  ...base(el.id, el.type === 'sticky' ? 'rectangle' : el.form, el, at),
  backgroundColor: el.color,
  strokeColor: el.type === 'sticky' ? 'transparent' : '#1e1e1e',
  roundness: el.form === 'diamond' ? { type: ROUNDNESS.PROPORTIONAL_RADIUS } : null,
  boundElements: bound,
})

const gap = 4

/** From the middle of one box towards the middle of the other, as far as its edge. */
const edge = (box, towards) => {
  const middle = { x: box.x + box.w / 2, y: box.y + box.h / 2 }
  const dx = towards.x + towards.w / 2 - middle.x
  const dy = towards.y + towards.h / 2 - middle.y
  const part = Math.min((box.w / 2 + gap) / Math.max(1, Math.abs(dx)), (box.h / 2 + gap) / Math.max(1, Math.abs(dy)), 0.45)
  return [middle.x + dx * part, middle.y + dy * part]
}

const arrowOf = ({ id, from, to }, boxes, at) => {
  const [start, end] = [boxes.get(from), boxes.get(to)]
  const [x, y] = edge(start, end)
  const [x2, y2] = edge(end, start)
  return {
    ...base(id, 'arrow', { x, y, w: Math.abs(x2 - x), h: Math.abs(y2 - y) }, at),
    points: [
      [0, 0],
      [x2 - x, y2 - y],
    ],
    lastCommittedPoint: null,
    startBinding: { elementId: from, focus: 0, gap },
    endBinding: { elementId: to, focus: 0, gap },
    startArrowhead: null,
    endArrowhead: 'arrow',
    elbowed: false,
  }
}

export const elementsOf = ({ els, conns }) => {
  const bound = new Map()
  const bind = (id, one) => bound.set(id, [...(bound.get(id) ?? []), one])
  for (const { id, text } of els) if (text) bind(id, { type: 'text', id: textIdOf(id) })
  for (const { id, from, to } of conns) for (const end of [from, to]) bind(end, { type: 'arrow', id })
  const boxes = new Map(els.map((el) => [el.id, el]))
  return [
    ...els.flatMap((el, at) => {
      const own = el.type === 'draw' ? strokeOf(el, at) : boxOf(el, bound.get(el.id) ?? null, at)
      return el.text ? [own, textIn(el, at)] : [own]
    }),
    ...conns.map((conn, at) => arrowOf(conn, boxes, els.length + at)),
  ]
}
