import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compile } from 'svelte/compiler'
import { describe, expect, it } from 'vitest'
import { iconOf } from './icons.ts'

const folder = join(dirname(fileURLToPath(import.meta.resolve('@lucide/svelte'))), 'icons')
const source = (name: string) => readFileSync(join(folder, `${name}.svelte`), 'utf8')

describe('icons', () => {
  it('are the drawings of the library, as markup that needs no putting together', () => {
    const made = iconOf(source('plus'))
    expect(made).toContain('<path d="M5 12h14" /><path d="M12 5v14" />')
    const { js } = compile(made, { runes: true, generate: 'client' })
    expect(js.code).not.toMatch(/\b(each|element)\(/)
  })

  it('can be read in every file of the library', () => {
    const names = readdirSync(folder).filter((name) => name.endsWith('.svelte'))
    expect(names.length).toBeGreaterThan(1_500)
    expect(names.filter((name) => !/<svg [^>]*>(<\w+ [^>]*\/>)+<\/svg>$/.test(iconOf(source(name.slice(0, -'.svelte'.length)))))).toEqual(
      [],
    )
  })

  it('that are written in another way are refused', () => {
    expect(() => iconOf('<script>const drawing = 1</script>')).toThrow('another way')
  })
})
