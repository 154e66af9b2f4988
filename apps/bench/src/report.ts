import { promisedKeys, told } from './figures.ts'
import { targetNames, type ScenarioName, type TargetName } from './options.ts'
import { median, round } from './percentile.ts'
import type { Figures } from './scenarios/scenario.ts'

export type Results = Readonly<Partial<Record<ScenarioName, Readonly<Partial<Record<TargetName, Figures>>>>>>

export interface Report {
  /** ISO 8601, UTC. */
  readonly at: string
  readonly machine: string
  readonly scenarios: Results
}

/** Of several rounds the median of each figure; unknown only where no round knew it. */
export const mediansOf = (rounds: readonly Figures[]): Figures => {
  const keys = [...new Set(rounds.flatMap(Object.keys))]
  return Object.fromEntries(
    keys.map((key) => {
      const known = rounds.flatMap((figures) => figures[key] ?? [])
      return [key, known.length > 0 ? round(median(known), 2) : null]
    }),
  )
}

/** How many times the peer's figure is Sheber's. */
export const ratio = (peer: number | null | undefined, ours: number | null | undefined): number | null =>
  peer == null || ours == null || ours === 0 ? null : round(peer / ours, 2)

export const grouped = new Intl.NumberFormat('en', { maximumFractionDigits: 2 })

const cell = (key: string, figures: Figures | undefined, ours: Figures | undefined): string => {
  const value = figures?.[key]
  if (value == null) return '–'
  const times = figures === ours || told[key]?.better == null ? null : ratio(value, ours?.[key])
  return grouped.format(value) + (times === null ? '' : ` (×${times})`)
}

export const padded = (rows: readonly (readonly string[])[]): string[] => {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  return rows.map((row) => `| ${row.map((text, column) => text.padEnd(widths[column] ?? 0)).join(' | ')} |`)
}

/** Markdown; a ratio behind a peer's figure says how many times Sheber's it is. */
export const tableOf = (
  title: string,
  byTarget: Readonly<Partial<Record<TargetName, Figures>>>,
  titles: Record<TargetName, string>,
): string => {
  const shown = targetNames.filter((name) => byTarget[name] !== undefined)
  const keys = Object.keys(told).filter((key) => shown.some((name) => byTarget[name]?.[key] !== undefined))
  const unitOf = (key: string) => (told[key]?.unit ? `, ${told[key].unit}` : '')
  const lines = padded([
    ['', ...shown.map((name) => titles[name])],
    ['---', ...shown.map(() => '---')],
    ...keys.map((key) => [`${told[key]?.title}${unitOf(key)}`, ...shown.map((name) => cell(key, byTarget[name], byTarget.sheber))]),
  ])
  return [`## ${title}`, '', ...lines, ''].join('\n')
}

const promised = (figures: Figures): Figures =>
  Object.fromEntries(promisedKeys.flatMap((key) => (figures[key] == null ? [] : [[key, figures[key]]])))

/** latest.json: the keys that others read, and nothing that only explains them. */
export const jsonOf = ({ at, machine, scenarios }: Report): string => {
  const kept = Object.entries(scenarios).map(([name, byTarget]) => [
    name,
    Object.fromEntries(Object.entries(byTarget).map(([target, figures]) => [target, promised(figures)])),
  ])
  return `${JSON.stringify({ at, machine, scenarios: Object.fromEntries(kept) }, null, 2)}\n`
}
