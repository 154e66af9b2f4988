import { kindsChanged } from '../core/kinds.ts'
import type { Picture } from '../core/surface.ts'

/**
 * TeX becomes MathML, which the browser sets itself; as a picture of its own it lies among the other things in their order,
 * at every size. KaTeX's HTML would need inline styles, which our pages do not allow.
 */

export type Set =
  | { readonly is: 'coming' }
  | { readonly is: 'wrong'; readonly why: string }
  /** Width and height in sizes of its letters. */
  | { readonly is: 'set'; readonly w: number; readonly h: number; pictureIn(colour: string): Picture }

type Render = (tex: string) => string

const known = new Map<string, Set>()
const knownMax = 500
const coming: Set = { is: 'coming' }
let render: Render | null = null
let asked = false

const fetchRender = () => {
  if (asked || typeof document === 'undefined') return
  asked = true
  import('katex').then(
    ({ default: katex }) => {
      render = (tex) =>
        katex.renderToString(tex, { output: 'mathml', displayMode: true, throwOnError: true, strict: 'ignore', maxSize: 20 })
      kindsChanged()
    },
    // Without a network: asked again with the next look at a formula.
    () => (asked = false),
  )
}

const letterPx = 40
const margin = 0.15

/** The <math> alone, without a style of its own: nothing that a joker writes in TeX becomes CSS. */
const mathOf = (rendered: string): Element | null => {
  const math = new DOMParser().parseFromString(rendered, 'text/html').querySelector('math')
  for (const element of math ? [math, ...math.querySelectorAll('*')] : []) {
    for (const name of ['style', 'class', 'href']) element.removeAttribute(name)
  }
  math?.querySelector('annotation')?.remove()
  return math
}

const measured = (math: Element) => {
  const box = document.createElement('div')
  box.style.cssText = `position:fixed;visibility:hidden;inset:0 auto auto 0;width:max-content;font-size:${letterPx}px;line-height:1.2`
  box.append(math)
  document.body.append(box)
  const { width, height } = box.getBoundingClientRect()
  box.remove()
  return { w: width / letterPx + 2 * margin, h: height / letterPx + 2 * margin }
}

const picture = (math: string, w: number, h: number, colour: string): Picture => {
  const inside = `<div xmlns="http://www.w3.org/1999/xhtml" style="margin:${margin * letterPx}px;width:max-content;font-size:${letterPx}px;line-height:1.2;color:${colour}">${math}</div>`
  const [width, height] = [w * letterPx, h * letterPx]
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><foreignObject width="100%" height="100%">${inside}</foreignObject></svg>`
  const made: Picture = { url: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`, source: null }
  const image = new Image()
  image.onload = () => {
    made.source = image
    kindsChanged()
  }
  image.src = made.url
  return made
}

const setTeX = (tex: string, rendered: string): Set => {
  const math = mathOf(rendered)
  if (!math) return { is: 'wrong', why: tex }
  const written = new XMLSerializer().serializeToString(math)
  const { w, h } = measured(document.importNode(math, true))
  const pictures = new Map<string, Picture>()
  const pictureIn = (colour: string) => {
    const made = pictures.get(colour) ?? picture(written, w, h, colour)
    pictures.set(colour, made)
    return made
  }
  return { is: 'set', w, h, pictureIn }
}

export const typeset = (tex: string): Set => {
  const found = known.get(tex)
  if (found) return found
  if (!tex.trim()) return coming
  if (!render) {
    fetchRender()
    return coming
  }
  if (known.size >= knownMax) known.clear()
  let made: Set
  try {
    made = setTeX(tex, render(tex))
  } catch (why) {
    made = { is: 'wrong', why: why instanceof Error ? why.message : tex }
  }
  known.set(tex, made)
  return made
}
