import { mkdirSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import { startDatabase, type Database } from '../database.ts'
import { hardware } from '../machine.ts'
import { namesIn, positive } from '../options.ts'
import { Latencies, median, round } from '../percentile.ts'
import { padded } from '../report.ts'
import { openTiptap } from './peer.ts'
import { installEditorProbe } from './probe.ts'
import { openSheberEditor } from './sheber.ts'
import type { EditorTarget } from './target.ts'
import { paragraphs } from './words.ts'

// `npm run bench:editor`: a text of 20,000 words is opened and written in, in the product and in a bare Tiptap.

const names = ['sheber', 'tiptap'] as const
type Name = (typeof names)[number]
const titles: Record<Name, string> = { sheber: 'Sheber', tiptap: 'Tiptap 3.31.3' }
const rows = { openMs: 'opens, ms', againMs: 'opens again, ms', keyMs: 'key, ms', keyP95Ms: 'key p95, ms' } as const
const promised: Figures = { openMs: 400, againMs: 400, keyMs: 60, keyP95Ms: 60 }
type Figures = Readonly<Record<keyof typeof rows, number>>

const cpuRate = 4
const keysTyped = 120
/** Of a child who types quickly: twelve letters a second. */
const betweenKeysMs = 80
const results = new URL('../../results/', import.meta.url)

const program = process.env['CHROMIUM'] ?? '/usr/bin/chromium'

const visit = async (target: EditorTarget): Promise<Figures> => {
  const browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const context = await browser.newContext({ viewport: { width: 1_366, height: 768 }, locale: 'ru-RU' })
    const address = await target.enter(context)
    const page = await context.newPage()
    await page.addInitScript(installEditorProbe)
    await page.goto(address)
    const write = await target.ready(page)
    const cdp = await context.newCDPSession(page)
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpuRate })
    // The text without its editor has been drawn, and is drawn no more.
    await page.waitForTimeout(1_500)
    const last = paragraphs.at(-1) ?? ''
    const open = () => page.evaluate(([what, words]) => window.__editor.open(what, words), [write, last] as const)
    const openMs = await open()
    await page.waitForTimeout(2_500)
    // In the middle of the text, where a word moves all that is below it.
    await page.locator(`[contenteditable="true"] > p:nth-of-type(${paragraphs.length / 2})`).click({ position: { x: 60, y: 30 } })
    await page.waitForTimeout(500)
    await page.evaluate(() => window.__editor.keys())
    await page.keyboard.type('half word '.repeat(Math.ceil(keysTyped / 10)).slice(0, keysTyped), { delay: betweenKeysMs })
    await page.waitForTimeout(500)
    const all = await page.evaluate(() => window.__editor.keys())
    const took = new Latencies()
    for (const ms of all) took.add(ms)
    await page.keyboard.press('Escape')
    await page.waitForTimeout(1_000)
    const againMs = await open()
    return { openMs, againMs, keyMs: took.percentile(0.5) ?? Number.NaN, keyP95Ms: took.percentile(0.95) ?? Number.NaN }
  } finally {
    await browser.close()
  }
}

const opened = (name: Name, database: Database | null): Promise<EditorTarget> => {
  if (name === 'tiptap') return openTiptap()
  if (!database) throw new Error('Sheber needs a database')
  return openSheberEditor(database)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130))

const { values } = parseArgs({ options: { targets: { type: 'string', default: '' }, rounds: { type: 'string', default: '3' } } })
const targets = namesIn(names, values.targets.split(',').filter(Boolean))
const rounds = Math.ceil(positive('rounds', values.rounds))
const database = targets.includes('sheber') ? await startDatabase() : null
const measured: Partial<Record<Name, Figures[]>> = {}
try {
  // Rounds go over all targets before the next begins: what the machine does meanwhile meets all of them.
  for (let turn = 1; turn <= rounds; turn += 1) {
    for (const name of targets) {
      const target = await opened(name, database)
      try {
        ;(measured[name] ??= []).push(await visit(target))
      } finally {
        await target.close()
      }
      process.stderr.write(`${titles[name]}, round ${turn}: ${JSON.stringify(measured[name]?.at(-1))}\n`)
    }
  }
} finally {
  await database?.stop()
}

const middle = (all: readonly Figures[]): Figures =>
  Object.fromEntries(Object.keys(rows).map((row) => [row, round(median(all.map((one) => one[row as keyof Figures])), 1)])) as Figures
const figures = Object.fromEntries(targets.map((name) => [name, middle(measured[name] ?? [])])) as Partial<Record<Name, Figures>>
const machine = `${hardware()}, ${cpuRate}× slowed, 20,000 words, medians of ${rounds}`
mkdirSync(results, { recursive: true })
writeFileSync(new URL('editor.json', results), `${JSON.stringify({ at: new Date().toISOString(), machine, promised, figures }, null, 2)}\n`)
const lines = [
  ['', ...targets.map((name) => titles[name]), 'promised'],
  ['---', ...targets.map(() => '---'), '---'],
  ...Object.entries(rows).map(([row, title]) => [
    title,
    ...targets.map((name) => String(figures[name]?.[row as keyof Figures] ?? '–')),
    String(promised[row as keyof Figures]),
  ]),
]
process.stdout.write(`${machine}\n\n${padded(lines).join('\n')}\n`)
