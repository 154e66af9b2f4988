import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { kept } from './export.fixture.ts'
import { pageOf } from './export.html.ts'
import { drawFormulas, formulasIn } from './export.formula.ts'
import { pdfOf } from './export.pdf.ts'

// One red point.
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==', 'base64')
const pictures = new Map(['media/b1.png', 'media/f1.jpg', 'badges/1.png'].map((path) => [path, png]))

it('is one page without a script, in which nothing that was written is mark-up', () => {
  const page = pageOf(kept())
  expect(page).not.toMatch(/<script|javascript:|onerror/i)
  expect(page).toContain('&#60;script&#62;alert(1)')
  expect(page).toContain('<h4>Қалай жасалды</h4>')
  expect(page).toContain('<a href="https://example.kz/a?b=1&#38;c=2" rel="noreferrer">сызба</a>')
  expect(page).toContain('<img src="media/f1.jpg" alt="Көпір">')
  expect(page).toContain('<img class="face" src="media/f1.jpg" alt="Менің планёрім">')
  expect(page).toContain('<mfrac>')
  expect(page).toContain('if (a &#60; b)')
  expect(page).toContain('Мадина Ерланқызы')
  expect(page).toContain('Не қиын болды және оны қалай еңсердің?')
  expect(page).toContain('lang="kk"')
  // What was said of it all in all, of one place of it, and what its authors answered.
  expect(page).toContain('Есебің дұрыс, сызбаң анық.')
  expect(page).toContain('Рақмет, келесіде ұзағырақ сынаймын.')
  expect(page).toContain('<blockquote>Үшінші рет ғана шықты</blockquote>')
  expect(page).toContain('Қостым &#60;b&#62;.')
  // A line of the map leads to what shows it.
  expect(page).toContain('<a href="#r1">Аспалы көпір</a>')
  // What it shows lies beside it.
  expect([...page.matchAll(/src="([^"]+)"/g)].map(([, src]) => src)).toEqual([
    'media/f1.jpg',
    'media/f1.jpg',
    'media/b1.png',
    'badges/1.png',
  ])
})

it('says that there are no records, and sets a formula that cannot be read as it was written', () => {
  expect(pageOf(kept({ sections: [], maps: [], badges: [], reviews: [], language: 'en' }))).toContain('No records yet.')
  const broken = kept()
  const [section] = broken.sections
  const records = section?.records.map((one) => ({
    ...one,
    body: [{ name: 'formula', attributes: { tex: '\\frac{' }, content: [] }] as const,
  }))
  expect(pageOf({ ...broken, sections: [{ title: '', records: records ?? [] }] })).toContain('<code>\\frac{</code>')
})

const hasPdftotext = (() => {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

const wordsOf = (bytes: Buffer): string => {
  const folder = mkdtempSync(join(tmpdir(), 'sheber-pdf-'))
  try {
    writeFileSync(join(folder, 'a.pdf'), bytes)
    return execFileSync('pdftotext', ['-layout', join(folder, 'a.pdf'), '-']).toString()
  } finally {
    rmSync(folder, { recursive: true })
  }
}

it('is a PDF with every letter of Kazakh, read by another program', async ({ skip }) => {
  const bytes = await pdfOf(kept(), { pictures, formulas: new Map() })
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  if (!hasPdftotext) {
    if (process.env['CI']) throw new Error('pdftotext is missing')
    return skip()
  }
  const words = wordsOf(bytes)
  for (const letter of 'ӘәҒғҚқҢңӨөҰұҮүҺһІі') expect(words).toContain(letter)
  expect(words).toContain('Аспалы көпір')
  expect(words).toContain('Иілу, мм')
  expect(words).toContain('Мадина Ерланқызы')
  expect(words).toContain('Алғашқы екі сынақты да суретте.')
  expect(words).toContain('Рақмет, келесіде ұзағырақ сынаймын.')
})

const times = <T>(n: number, make: (at: number) => T): T[] => Array.from({ length: n }, (_, at) => make(at))

describe('where pages break', () => {
  const block = (name: string, content: object[], attributes: object = {}) => ({ name, attributes, content })
  const saying = (text: string) => [{ text, marks: [] }]
  const paragraph = (n: number) => block('paragraph', saying('Көпірдің иілуін өлшеп, кестеге жаздым. '.repeat(n)))
  const cell = (text: string, name = 'tableCell') => block(name, [block('paragraph', saying(text))])
  const whole = kept()
  const [first] = whole.sections.flatMap(({ records }) => records)
  if (!first) throw new Error('the fixture has no record')
  const [claim] = first.evidence

  it('keeps every word, headings with what they are of, and names of columns at the head of each page', async ({ skip }) => {
    const long = times(6, (n) => ({
      ...{ by: 'Мадина Е.', verdict: 'partly' as const, level: '2. Үлгі бойынша', at: '2026-11-21T10:00:00.000Z' },
      text: `${'Сызбаң анық, бірақ өлшемі жоқ. '.repeat(40)} соңы${n}`,
    }))
    const records = [
      ...times(12, (n) => ({
        ...{ ...first, id: `a${n}`, title: `Жазба ${n}`, remarks: [], pieces: [] },
        body: [
          block('heading', saying('Басы'), { level: 2 }),
          paragraph(3 + n),
          block('heading', saying('Өлшеу'), { level: 2 }),
          block('table', [
            block('tableRow', [cell('Жүк, кг', 'tableHeader'), cell('Иілу, мм', 'tableHeader')]),
            ...times(5 * n, (row) => block('tableRow', [cell(String(row)), cell(`жол${n}-${row}`)])),
          ]),
        ] as unknown as typeof first.body,
      })),
      { ...first, id: 'b', title: 'Көп пікір', evidence: claim ? [{ ...claim, verdicts: long }] : [] },
    ]
    const bytes = await pdfOf(kept({ sections: [{ title: 'Жобалар', records }] }), { pictures, formulas: new Map() })
    if (!hasPdftotext) {
      if (process.env['CI']) throw new Error('pdftotext is missing')
      return skip()
    }
    const words = wordsOf(bytes)
    for (const n of [0, 1, 2, 3, 4, 5]) expect(words).toContain(`соңы${n}`)
    // The last line of a page is its foot, the one before it what the page ends with.
    const pages = words
      .split('\f')
      .map((page) => page.split('\n').flatMap((line) => line.trim() || []))
      .filter((lines) => lines.length > 0)
    expect(pages.length).toBeGreaterThan(8)
    const headings = /^(Жобалар|Жазба \d+|Басы|Өлшеу|Бұл нені көрсетеді|Төсбелгілер|Пікірлер|Ескертпелер|Көп пікір|Жүк, кг .*)$/
    expect(pages.map((lines) => lines.at(-2) ?? '').filter((line) => headings.test(line))).toEqual([])
    const torn = pages.filter((lines) => lines.some((line) => /жол\d/.test(line)))
    expect(torn.length).toBeGreaterThan(5)
    for (const lines of torn) expect(lines.findIndex((line) => /^Жүк, кг/.test(line))).toBeGreaterThanOrEqual(0)
    // Badges stand before the map, which may be long.
    expect(words.indexOf('Құрастырушы')).toBeLessThan(words.lastIndexOf('C2 Схема'))
  })
})

const withFormulas = (...all: string[]) => {
  const whole = kept()
  const body = all.map((tex) => ({ name: 'formula', attributes: { tex }, content: [] }) as const)
  const records = whole.sections.flatMap((section) => section.records.map((one) => ({ ...one, body })))
  return kept({ sections: [{ title: '', records }] })
}

describe('formulas on paper', () => {
  const good = ['\\frac{F}{A} = \\sigma', '\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}', '\\text{Ұзындық, күш} = \\bm{x}']
  const bad = ['\\frac{', '\\href{javascript:alert(1)}{x}', '\\rule{900em}{900em}', '\\def\\a{\\a\\a}\\a']

  it('are drawn, each once, in every letter; what is no formula is not', { timeout: 120_000 }, async ({ skip }) => {
    const all = withFormulas(...good, ...bad, ...good, ' ', 'x'.repeat(1_001))
    expect(formulasIn(all)).toEqual([...good, ...bad])
    const formulas = await drawFormulas(formulasIn(all))
    expect([...formulas.keys()]).toEqual(good)
    for (const { svg } of formulas.values()) {
      expect(svg).toMatch(/<path/)
      expect(svg).not.toMatch(/<text|<a |href|style="(?!vertical-align)/)
    }
    const bytes = await pdfOf(all, { pictures, formulas })
    if (!hasPdftotext) {
      if (process.env['CI']) throw new Error('pdftotext is missing')
      return skip()
    }
    const words = wordsOf(bytes)
    expect(words).not.toContain('sigma')
    expect(words).not.toContain('pmatrix')
    expect(words).toContain('\\frac{')
  })

  it('cost no more time than they are given', { timeout: 120_000 }, async () => {
    const long = Array.from({ length: 40 }, (_, n) => `${n}${'a'.repeat(900)}`)
    expect((await drawFormulas(long, 300)).size).toBeLessThan(long.length)
    expect(await drawFormulas([])).toEqual(new Map())
  })
})

it('lets a long page of a notebook flow over pages of paper: none is left half empty before it', async () => {
  const paragraph = { name: 'paragraph', attributes: {}, content: [{ text: 'Арқалықты кесіп, жүкті өлшедік. '.repeat(34), marks: [] }] }
  const piece = { caption: 'Күнделік беті', file: null, isPicture: false, about: '', body: [paragraph, paragraph] as never }
  const base = kept({ face: null, maps: [], badges: [], reviews: [] })
  const [one] = base.sections[0]?.records ?? []
  if (!one) throw new Error('the fixture has no record')
  const record = { ...one, body: [], reflection: '', evidence: [], remarks: [], pieces: Array.from({ length: 6 }, () => piece) }
  const pdf = await pdfOf({ ...base, sections: [{ title: '', records: [record] }] }, { pictures: new Map(), formulas: new Map() })
  // Each takes more than half of a page: were they moved whole, each would begin a page of its own, and there would be seven.
  expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length).toBeLessThanOrEqual(5)
})
