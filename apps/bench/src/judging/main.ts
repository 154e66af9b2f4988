import { mkdirSync, writeFileSync } from 'node:fs'
import { intervalsOf } from '@sheber/domain/interval'
import { meanCentred, rawMeans, twoWay } from '@sheber/domain/severity'
import { hardware } from '../machine.ts'
import { round } from '../percentile.ts'
import { padded } from '../report.ts'
import { hallOf, plans, type PlanName } from './hall.ts'
import { plainIntervals } from './plain.ts'
import { tau } from './tau.ts'

const runs = 300
const bootstraps = 300
const small = { stands: 24, judges: 6, views: 3 }
const large = { stands: 500, judges: 60, views: 3 }
/** What is called 90 % should hold about so much, and a large hall be reckoned before anybody asks again. */
const promised = { heldMin: 0.88, heldMax: 0.93, largeCpuMs: 2_000 }
const results = new URL('../../results/', import.meta.url)

interface Figures {
  /** Kendall's τ with the truth, mean of all runs. */
  readonly tauRaw: number
  readonly tauMeanCentred: number
  readonly tauTwoWay: number
  /** Part of the 90 % intervals that held the truth, and how wide they were, in points. */
  readonly held: number
  readonly widthPoints: number
  /** Part of the ranges of places that held the true place, and how many places they left open. */
  readonly placeHeld: number
  readonly placesOpen: number
  /** The same of a plain bootstrap over judges. */
  readonly plainHeld: number
  readonly plainWidthPoints: number
}

const mean = (of: readonly number[]) => of.reduce((sum, one) => sum + one, 0) / of.length
const part = (of: readonly boolean[]) => of.filter(Boolean).length / of.length

const judge = (plan: PlanName): Figures => {
  const taus = { raw: [] as number[], centred: [] as number[], twoWay: [] as number[] }
  const held: boolean[] = []
  const placeHeld: boolean[] = []
  const plainHeld: boolean[] = []
  const [widths, open, plainWidths]: [number[], number[], number[]] = [[], [], []]
  for (let run = 0; run < runs; run += 1) {
    const { truth, scores } = hallOf(`run ${run}`, plan, small)
    // All lists are in the order of ids, as the truth is.
    const qualities = [...truth.values()]
    const { stands } = twoWay(scores)
    taus.raw.push(
      tau(
        qualities,
        rawMeans(scores).map(({ raw }) => raw),
      ),
    )
    taus.centred.push(
      tau(
        qualities,
        meanCentred(scores).map(({ corrected }) => corrected),
      ),
    )
    taus.twoWay.push(
      tau(
        qualities,
        stands.map(({ corrected }) => corrected),
      ),
    )
    // How strict judges are all together nobody can know: the truth is moved to their level.
    const level = mean(stands.map(({ corrected }) => corrected)) - mean(qualities)
    const plain = plainIntervals(scores, `run ${run}`, bootstraps)
    for (const { standId, low, high, best, worst } of intervalsOf(scores, { seed: `run ${run}`, rounds: bootstraps })) {
      const quality = truth.get(standId) ?? Number.NaN
      const place = 1 + qualities.filter((one) => one > quality).length
      const other = plain.get(standId) ?? { low: Number.NaN, high: Number.NaN }
      held.push(low !== null && high !== null && quality + level >= low && quality + level <= high)
      widths.push((high ?? Number.NaN) - (low ?? Number.NaN))
      placeHeld.push(place >= best && place <= worst)
      open.push(worst - best + 1)
      plainHeld.push(quality + level >= other.low && quality + level <= other.high)
      plainWidths.push(other.high - other.low)
    }
  }
  return {
    tauRaw: round(mean(taus.raw), 3),
    tauMeanCentred: round(mean(taus.centred), 3),
    tauTwoWay: round(mean(taus.twoWay), 3),
    held: round(part(held), 3),
    widthPoints: round(mean(widths), 1),
    placeHeld: round(part(placeHeld), 3),
    placesOpen: round(mean(open), 1),
    plainHeld: round(part(plainHeld), 3),
    plainWidthPoints: round(mean(plainWidths), 1),
  }
}

/** Processor time: what a busy machine does beside it does not count. */
const clocked = (work: () => void): number => {
  const began = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(began)
  return round((user + system) / 1_000, 0)
}

/** The first time, as on a server that has not done it before. */
const largeHall = () => {
  let scores: ReturnType<typeof hallOf>['scores'] = []
  const assignCpuMs = clocked(() => ({ scores } = hallOf('large', 'assigned', large)))
  const twoWayCpuMs = clocked(() => twoWay(scores))
  const intervalsCpuMs = clocked(() => intervalsOf(scores))
  return { assignCpuMs, twoWayCpuMs, intervalsCpuMs }
}

const times = largeHall()
const figures = { tied: judge('tied'), assigned: judge('assigned') }
const said: readonly (readonly [string, keyof Figures])[] = [
  ['τ with the truth, means as given', 'tauRaw'],
  ['τ, mean-centred as zFairs', 'tauMeanCentred'],
  ['τ, two-way model', 'tauTwoWay'],
  ['90 % intervals that held the truth', 'held'],
  ['   width, points', 'widthPoints'],
  ['ranges of places that held the place', 'placeHeld'],
  ['   places left open, of 24', 'placesOpen'],
  ['plain bootstrap over judges held', 'plainHeld'],
  ['   width, points', 'plainWidthPoints'],
]
const rows = [['', ...plans], ...said.map(([title, key]) => [title, ...plans.map((plan) => String(figures[plan][key]))])]
process.stdout.write(
  [
    `${small.stands} stands, ${small.judges} judges, ${small.views} views each; ${runs} halls of chance`,
    ...padded(rows),
    '',
    `${large.stands} stands, ${large.judges} judges, once: assigned in ${times.assignCpuMs} ms of processor time, corrected in ${times.twoWayCpuMs}, intervals in ${times.intervalsCpuMs}`,
    '',
  ].join('\n'),
)
mkdirSync(results, { recursive: true })
const report = { at: new Date().toISOString(), machine: hardware(), runs, small, figures, large, times }
writeFileSync(new URL('judging.json', results), `${JSON.stringify(report, null, 2)}\n`)

const isKept =
  Object.values(figures).every(
    ({ tauRaw, tauMeanCentred, tauTwoWay, held }) =>
      tauTwoWay > tauMeanCentred && tauTwoWay > tauRaw && held >= promised.heldMin && held <= promised.heldMax,
  ) && times.assignCpuMs + times.twoWayCpuMs + times.intervalsCpuMs <= promised.largeCpuMs
if (!isKept) {
  process.stderr.write('A promise is not kept\n')
  process.exitCode = 1
}
