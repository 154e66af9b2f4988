import { told } from './figures.ts'
import { targetNames, type ScenarioName, type TargetName } from './options.ts'
import type { Report } from './report.ts'

/** The one figure by which each scenario is known. */
const headlines: readonly (readonly [ScenarioName, string])[] = [
  ['classroom', 'cpuMsPer1k'],
  ['school', 'cpuMsPer1k'],
  ['saturation', 'deliveredPerCpuSecond'],
  ['coldOpen', 'fullMs'],
  ['idle', 'kbPerConnection'],
  ['kill', 'seenLostPercent'],
  ['reconnect', 'allSyncedMs'],
]

const width = 760
const labelWidth = 110
const barMax = 480
const rowHeight = 20
const colours: Record<TargetName, string> = { sheber: '#0b6e4f', hocuspocus: '#8a8f98', ywebsocket: '#a9aeb6', relay: '#c8ccd2' }

const escaped = (text: string) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)
const grouped = new Intl.NumberFormat('en', { maximumFractionDigits: 2 })

/** Bars of one scenario; its own scale, because only ratios hold. */
const panel = (report: Report, titles: Record<TargetName, string>, [scenario, key]: (typeof headlines)[number]): string[] => {
  const byTarget = report.scenarios[scenario]
  const bars = targetNames.flatMap((name) => {
    const value = byTarget?.[name]?.[key]
    return value == null ? [] : [{ name, value }]
  })
  const { title = key, unit = '', better = null } = told[key] ?? {}
  if (bars.length === 0) return []
  const longest = Math.max(...bars.map(({ value }) => value), Number.MIN_VALUE)
  const direction = better === 'more' ? 'more is better' : 'less is better'
  return [
    `<text x="0" y="14" class="title">${escaped(`${scenario}: ${title}${unit ? `, ${unit}` : ''} (${direction})`)}</text>`,
    ...bars.flatMap(({ name, value }, row) => {
      const y = 24 + row * rowHeight
      const length = Math.max(1, Math.round((value / longest) * barMax))
      return [
        `<text x="${labelWidth - 8}" y="${y + 12}" text-anchor="end">${escaped(titles[name])}</text>`,
        `<rect x="${labelWidth}" y="${y}" width="${length}" height="${rowHeight - 5}" rx="2" fill="${colours[name]}"/>`,
        `<text x="${labelWidth + length + 8}" y="${y + 12}">${grouped.format(value)}</text>`,
      ]
    }),
  ]
}

export const pictureOf = (report: Report, titles: Record<TargetName, string>): string => {
  let y = 44
  const panels = headlines.flatMap((headline) => {
    const lines = panel(report, titles, headline)
    if (lines.length === 0) return []
    const placed = `<g transform="translate(16 ${y})">\n${lines.join('\n')}\n</g>`
    const rows = (lines.length - 1) / 3
    y += 24 + rows * rowHeight + 20
    return [placed]
  })
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${y}" width="${width}" height="${y}" role="img">`,
    `<style>text { font: 12px system-ui, sans-serif; fill: #20242a } .title { font-weight: 600 }</style>`,
    `<rect width="100%" height="100%" fill="#fff"/>`,
    `<text x="16" y="24">${escaped(`${report.at.slice(0, 10)} · ${report.machine}`)}</text>`,
    ...panels,
    '</svg>',
  ].join('\n')}\n`
}
