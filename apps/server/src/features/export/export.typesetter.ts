import { setPriority } from 'node:os'
import type { Drawn } from './export.formula.ts'

// Boards come first: who draws on one shall not feel that somebody else carries a portfolio away.
setPriority(10)
// Whoever it works for is gone.
process.on('disconnect', () => process.exit())

interface Typesetter {
  init(settings: object): Promise<void>
  tex2svgPromise(tex: string, options: { display: boolean }): Promise<unknown>
  startup: { adaptor: { innerHTML(container: unknown): string } }
}

// What KaTeX knows without an extension. Nothing of it makes a link, a class or a style.
const parts = ['ams', 'newcommand', 'configmacros', 'boldsymbol', 'cancel', 'color', 'textmacros']

const open = async (): Promise<Typesetter> => {
  const named: string = 'mathjax'
  const { default: typesetter } = (await import(named)) as { default: Typesetter }
  await typesetter.init({
    loader: { load: ['input/tex-base', ...parts.map((part) => `[tex]/${part}`), 'output/svg'] },
    tex: { packages: { '[+]': parts }, maxMacros: 200, macros: { bm: ['\\boldsymbol{#1}', 1] } },
    // Every sign is a path where it stands: a PDF has no `use`.
    svg: { fontCache: 'none' },
    startup: { typeset: false },
  })
  return typesetter
}

/** No formula of a child is as large; what somebody blows up is read as it was written. */
const unitsMax = 100_000
const lettersMax = 400_000

/** Sizes stand in thousandths of its letters. */
const drawnOf = (svg: string): Drawn | null => {
  const [, width, height] = /viewBox="\S+ \S+ (\S+) (\S+)"/.exec(svg) ?? []
  const [w, h] = [Number(width), Number(height)]
  const fits = w > 0 && h > 0 && w < unitsMax && h < unitsMax && svg.length < lettersMax
  return fits && !svg.includes('data-mjx-error') ? { svg, w: w / 1000, h: h / 1000 } : null
}

const working = open()
process.on('message', (tex: string) => {
  void working
    .then(async (typesetter) => {
      const set = await typesetter.tex2svgPromise(tex, { display: true })
      return drawnOf(typesetter.startup.adaptor.innerHTML(set))
    })
    .catch(() => null)
    .then((drawn) => process.send?.(drawn))
})
void working.then(() => process.send?.('ready'))
