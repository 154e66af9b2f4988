import { grouped, padded, ratio } from '../report.ts'
import { boardKeys, toldOfBoard, type BoardFigures, type BoardKey } from './figures.ts'
import { boardTargetNames, type BoardTargetName } from './options.ts'

export interface BoardReport {
  /** ISO 8601, UTC. */
  readonly at: string
  readonly machine: string
  readonly targets: Readonly<Partial<Record<BoardTargetName, BoardFigures>>>
}

const promise = (key: BoardKey): string => {
  const { promised, better } = toldOfBoard[key]
  return promised === null ? '' : `${better === 'less' ? '≤' : '≥'} ${grouped.format(promised)}`
}

const keeps = (key: BoardKey, value: number): boolean => {
  const { promised, better } = toldOfBoard[key]
  return promised === null || (better === 'less' ? value <= promised : value >= promised)
}

const cell = (key: BoardKey, name: BoardTargetName, { targets }: BoardReport): string => {
  const value = targets[name]?.[key]
  if (value == null) return '–'
  const said = grouped.format(value)
  if (name === 'sheber') return keeps(key, value) ? said : `${said}, not kept`
  const times = ratio(value, targets.sheber?.[key])
  return times === null ? said : `${said} (×${times})`
}

/** Markdown: what is promised, what Sheber does, and how many times that its peers do. */
export const boardTableOf = (report: BoardReport, titles: Readonly<Record<BoardTargetName, string>>): string => {
  const shown = boardTargetNames.filter((name) => report.targets[name] !== undefined)
  return [
    ...padded([
      ['', 'promised', ...shown.map((name) => titles[name])],
      ['---', '---', ...shown.map(() => '---')],
      ...boardKeys.map((key) => [
        `${toldOfBoard[key].title}, ${toldOfBoard[key].unit}`,
        promise(key),
        ...shown.map((name) => cell(key, name, report)),
      ]),
    ]),
    '',
  ].join('\n')
}

/** board.json: every key of every target; null where it could not be measured. */
export const boardJsonOf = ({ at, machine, targets }: BoardReport): string => {
  const all = Object.entries(targets).map(([name, figures]) => [
    name,
    Object.fromEntries(boardKeys.map((key) => [key, figures[key] ?? null])),
  ])
  return `${JSON.stringify({ at, machine, targets: Object.fromEntries(all) }, null, 2)}\n`
}
