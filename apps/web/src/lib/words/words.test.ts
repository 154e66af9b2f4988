import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import board from './board.ru.ts'
import everywhere from './ru.ts'

const lib = fileURLToPath(new URL('..', import.meta.url))
const files = [
  ...readdirSync(`${lib}/board`, { recursive: true, encoding: 'utf8' }).map((file) => `board/${file}`),
  // Around every page of the inside, and on it when a board cannot be shown.
  ...['Account', 'AccountLater', 'News'].map((name) => `session/${name}.svelte`),
  ...['Offline', 'Toasts', 'Trouble', 'Wordmark'].map((name) => `ui/${name}.svelte`),
  'centre/Ribbon.svelte',
]
const sources = files.filter((file) => /\.(svelte|ts)$/.test(file)).map((file) => readFileSync(`${lib}/${file}`, 'utf8'))

it('gives a board all the words that it says', () => {
  const missing = Object.keys(everywhere).filter((name) => !(name in board))
  const said = missing.filter((name) => sources.some((source) => new RegExp(`\\bw(ords\\(\\))?\\.${name}\\b`).test(source)))
  expect([missing.length > 0, said]).toEqual([true, []])
})
