/**
 * TeX as MathML, which the browser sets itself: KaTeX's HTML would need inline styles, which our pages do not allow.
 * The <math> comes without a style, a class or a link of its own: nothing that a joker writes in TeX becomes more than a formula.
 * Null: it is no TeX, or what sets it cannot be fetched now.
 */
export const setFormula = async (tex: string): Promise<Element | null> => {
  if (!tex.trim()) return null
  try {
    const { default: katex } = await import('katex')
    const rendered = katex.renderToString(tex, { output: 'mathml', displayMode: true, throwOnError: true, strict: 'ignore', maxSize: 20 })
    const math = new DOMParser().parseFromString(rendered, 'text/html').querySelector('math')
    for (const element of math ? [math, ...math.querySelectorAll('*')] : []) {
      for (const name of ['style', 'class', 'href']) element.removeAttribute(name)
    }
    math?.querySelector('annotation')?.remove()
    return math
  } catch {
    return null
  }
}
