import type { NodeViewConstructor } from 'prosemirror-view'
import { setFormula } from '../formula.ts'

/** A formula as it is set, and as its TeX until then: what sets it is fetched with the first one. */
export const formulaView: NodeViewConstructor = (node) => {
  const dom = document.createElement('div')
  dom.className = 'formula'
  let tex: string | null = null
  const show = (next: unknown) => {
    if (typeof next !== 'string' || next === tex) return
    tex = next
    dom.textContent = next
    void setFormula(next).then((math) => {
      if (math && tex === next) dom.replaceChildren(math)
    })
  }
  show(node.attrs['tex'])
  return {
    dom,
    update: (after) => {
      if (after.type !== node.type) return false
      show(after.attrs['tex'])
      return true
    },
    ignoreMutation: () => true,
  }
}
