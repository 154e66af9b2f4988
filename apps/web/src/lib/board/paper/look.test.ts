import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import fontkit from '@pdf-lib/fontkit'
import { expect, it } from 'vitest'
import { noteColours, paints } from '@sheber/document/colour'
import { paperLook } from './look.ts'
import { pixelsOf, scaleMost } from './png.ts'

it('has the colours of the light theme', async () => {
  const css = await readFile(new URL('../../ui/tokens.css', import.meta.url), 'utf8')
  const token = (name: string) => {
    const [, light, plain] = new RegExp(`\\n  --${name}: (?:light-dark\\((#\\w+),|(#\\w+);)`).exec(css) ?? []
    return light ?? plain
  }
  const { fills, inks, tints, paper, edge, quiet, ink, primary, surface } = paperLook
  expect({ paper, edge, quiet, ink, primary, surface }).toEqual({
    paper: token('paper'),
    edge: token('line'),
    quiet: token('quiet'),
    ink: token('note-ink'),
    primary: token('primary'),
    surface: token('surface'),
  })
  expect(fills).toEqual(Object.fromEntries(noteColours.map((name) => [name, token(`note-${name}`)])))
  expect(inks).toEqual(Object.fromEntries(paints.map((name) => [name, token(`ink-${name}`)])))
  expect(tints).toEqual(Object.fromEntries(paints.map((name) => [name, token(`tint-${name}`)])))
})

it('stands its letters where Onest stands', async () => {
  const file = await readFile(createRequire(import.meta.url).resolve('@expo-google-fonts/onest/400Regular/Onest_400Regular.ttf'))
  const { ascent, descent, unitsPerEm } = fontkit.create(file) as unknown as Record<'ascent' | 'descent' | 'unitsPerEm', number>
  expect(paperLook.baseline).toBeCloseTo((1.3 - (ascent - descent) / unitsPerEm) / 2 + ascent / unitsPerEm)
})

it('makes no picture larger than a browser can paint', () => {
  const part = (w: number, h: number) => ({ x: 0, y: 0, w, h })
  expect(pixelsOf(part(100.2, 50), 2)).toEqual({ w: 201, h: 100 })
  expect(pixelsOf(part(8192, 7812), 1)).toEqual({ w: 8192, h: 7812 })
  expect(pixelsOf(part(8193, 10), 1)).toBeNull()
  expect(pixelsOf(part(8100, 8100), 1)).toBeNull()
  expect([scaleMost(part(2000, 2000)), scaleMost(part(3000, 3000)), scaleMost(part(5000, 5000)), scaleMost(part(9000, 10))]).toEqual([
    3,
    2,
    1,
    null,
  ])
})
