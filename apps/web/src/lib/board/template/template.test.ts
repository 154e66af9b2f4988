import { describe, expect, it } from 'vitest'
import { createEditor, put } from '../core/board.fixture.ts'
import { fitted } from '../core/camera.ts'
import { overlaps, type Rect } from '../core/geometry.ts'
import type { Item } from '../core/kind.ts'
import { kindOf } from '../core/kinds.ts'
import { lineHeight } from '../core/lines.ts'
import type { Look } from '../core/look.ts'
import { templateNames, templates } from './all.ts'
import { placeTemplate, sceneOf } from './place.ts'
import en from './words.en.ts'
import kk from './words.kk.ts'
import ru from './words.ru.ts'

/** Wider than any line of Onest: 0.55 of its size is a usual letter. */
const generous = (text: string) => text.length * 0.6
const laptop = { w: 1280, h: 664 }
const readablePx = 9.5

const hand = () => {
  let ids = 0
  return { me: 'aigerim', newId: () => `t${++ids}`, now: () => 1 }
}
const languages = { kk, ru, en }
const cases = templateNames.flatMap((name) => Object.entries(languages).map(([language, words]) => ({ name, language, words })))
const draw = ({ name, words }: (typeof cases)[number]) => {
  const scene = sceneOf(templates[name](words, hand()), generous)
  const items = scene.order.filter(({ thing }) => thing.kind !== 'connector')
  return { scene, items, frame: items[0] as Item, laid: items.slice(1) }
}
const look = { inks: {}, fills: {} } as unknown as Look

const isWithin = (inner: Rect, outer: Rect) =>
  inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.w <= outer.x + outer.w && inner.y + inner.h <= outer.y + outer.h

describe.each(cases)('$name in $language', (one) => {
  const { scene, items, frame, laid } = draw(one)

  it('lies on one frame, and nothing hangs over its edge', () => {
    expect(items.filter(({ thing }) => thing.kind === 'frame')).toEqual([frame])
    expect(laid.filter((item) => !isWithin(item, frame)).map(({ thing }) => thing.text)).toEqual([])
  })

  it('has room for its words: none is cut, broken or runs out of its box', () => {
    const tight = laid.filter((item) => {
      const { kind, text } = item.thing
      if (!text || kind === 'text') return false
      const layout = scene.layoutOf(item)
      const box = kindOf(item.thing).writing?.(item, look, layout) ?? item
      const widest = Math.max(...text.split(/\s+/).map((word) => generous(word) * layout.size))
      return layout.cut || layout.lines.length * lineHeight * layout.size > box.h || widest > box.w
    })
    expect(tight.map(({ thing }) => thing.text)).toEqual([])
  })

  it('lays no words over other words', () => {
    const worded = laid.filter(({ thing }) => thing.text || thing.kind === 'note')
    const over = worded.flatMap((a, i) => worded.slice(i + 1).flatMap((b) => (overlaps(a, b) ? [`${a.thing.text} / ${b.thing.text}`] : [])))
    expect(over).toEqual([])
  })

  it('is read on a laptop when it is shown whole', () => {
    // A poster is read from its paper: one unit is a millimetre there.
    const { zoom } = one.name === 'poster' ? { zoom: 0.5 } : fitted(frame, laptop)
    const small = laid.filter((item) => item.thing.text && scene.layoutOf(item).size * zoom < readablePx)
    expect(small.map(({ thing }) => thing.text)).toEqual([])
  })

  it('says everything it has words for', () => {
    expect(laid.filter(({ thing }) => thing.text.includes('undefined'))).toEqual([])
    expect(laid.filter(({ thing }) => thing.kind === 'note' && thing.text === '').length).toBe(
      { retrospective: 6, first: 3 }[one.name as string] ?? 0,
    )
  })

  it('all connectors hold what they join', () => {
    const ends = scene.order.flatMap(({ thing }) => (thing.kind === 'connector' ? [thing.a, thing.b] : []))
    expect(ends.filter((end) => end === null || !scene.get(end.id))).toEqual([])
  })
})

it('the same template has the same things in every language', () => {
  for (const name of templateNames) {
    const kindsOf = (words: typeof ru) => templates[name](words, hand()).map(({ kind, g }) => [kind, g])
    expect(kindsOf(kk), name).toEqual(kindsOf(ru))
    expect(kindsOf(en), name).toEqual(kindsOf(ru))
  }
})

describe('placing a template', () => {
  const place = () => {
    const editor = createEditor()
    put(editor.board, 'mine', 300, 200)
    const done = placeTemplate(editor, templates.problem(ru, hand()))
    return { editor, done }
  }

  it('lies right of what is there, and the screen shows it', () => {
    const { editor, done } = place()
    expect(done).toBe(true)
    const frame = editor.scene.order.find(({ thing }) => thing.kind === 'frame') as Item
    expect([frame.x, frame.y]).toEqual([560, 200])
    expect(editor.camera).toEqual(fitted(frame, editor.screen))
    expect(editor.scene.order.every((item) => item.id === 'mine' || item.thing.kind === 'connector' || isWithin(item, frame))).toBe(true)
  })

  it.each(templateNames)('shows a phone where one begins to read: %s', (name) => {
    const editor = createEditor()
    editor.screen = { w: 360, h: 640 }
    placeTemplate(editor, templates[name](kk, hand()))
    const { camera, scene } = editor
    const frame = scene.order.find(({ thing }) => thing.kind === 'frame') as Item
    expect(fitted(frame, editor.screen).zoom).toBeLessThan(0.5)
    expect(camera.zoom).toBe(0.5)
    // Under the doors and the zoom, so large that it is read, and something to read is there.
    const [left, top] = [(frame.x - camera.x) * camera.zoom, (frame.y - camera.y) * camera.zoom]
    expect([left, top]).toEqual([16, 92])
    const begun = scene.order.filter((item) => item.thing.text && item !== frame && item.x < camera.x + 720 && item.y < camera.y + 1000)
    expect(begun.length).toBeGreaterThan(0)
    expect(begun.every((item) => item.thing.kind === 'connector' || scene.layoutOf(item).size * camera.zoom >= 9.5)).toBe(true)
  })

  it('is one step of undo', () => {
    const { editor } = place()
    editor.undo.undo()
    expect(editor.scene.order.map(({ id }) => id)).toEqual(['mine'])
  })

  it('is not for those who only look', () => {
    const editor = createEditor()
    editor.may = 'read'
    expect(placeTemplate(editor, templates.problem(ru, hand()))).toBe(false)
    expect(editor.scene.size).toBe(0)
  })
})
