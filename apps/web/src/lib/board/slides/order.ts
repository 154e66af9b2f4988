import { style } from '@sheber/document/board'
import { isKey, keyBetween } from '@sheber/document/order'
import type { ThingOf } from '@sheber/document/thing'
import type { Editor } from '../core/editor.ts'
import type { Item } from '../core/kind.ts'
import { readingOrder } from '../core/scene.ts'

export type Frame = Item<ThingOf<'frame'>>

export const isFrame = (item: Item): item is Frame => item.thing.kind === 'frame'

const byKey = (a: Frame, b: Frame) => {
  const [one, other] = [a.thing.slide, b.thing.slide]
  return one === other ? (a.id < b.id ? -1 : 1) : one < other ? -1 : 1
}

/** Frames as slides: first those that were given a place, then the rest as one reads them. */
export const slidesOf = (items: readonly Item[]): Frame[] => {
  const frames = items.filter(isFrame)
  const placed = frames.filter(({ thing }) => isKey(thing.slide))
  const rest = new Set<Item>(frames.filter(({ thing }) => !isKey(thing.slide)))
  return [...placed.sort(byKey), ...readingOrder([...rest]).filter(isFrame)]
}

/**
 * Puts a slide at place `to`, from 0, among all: one step of undo. Only the slide itself is given a key where those before it have
 * theirs; so two who move two slides at one moment both have their way. False: it cannot go there.
 */
export const moveSlide = (editor: Editor, id: string, to: number): boolean => {
  const slides = slidesOf(editor.scene.order)
  const moved = slides.find((slide) => slide.id === id)
  if (!moved || editor.may !== 'write' || to < 0 || to >= slides.length || slides[to] === moved) return false
  const others = slides.filter((slide) => slide !== moved)
  const keyOf = (slide: Frame | undefined) => (slide && isKey(slide.thing.slide) ? slide.thing.slide : null)
  editor.step(() => {
    let below: string | null = null
    const give = (slide: Frame, above: string | null) => {
      below = keyBetween(below, above)
      style(editor.board, [slide.id], { slide: below })
    }
    for (const before of others.slice(0, to)) {
      const key = keyOf(before)
      // Two of one key, as copies have: the later one gets its own.
      if (key !== null && (below === null || key > below)) below = key
      else give(before, null)
    }
    give(moved, keyOf(others[to]))
  })
  return true
}
