import { appendFileSync } from 'node:fs'

/** A slice of every fault run is part of `npm test`; `npm run faults` runs the whole (bin/faults.mjs). */
export const isWhole = process.env['FAULTS'] === 'whole'

export const amount = ({ slice, whole }: { slice: number; whole: number }): number => (isWhole ? whole : slice)

/** In the name of every test that rolls dice. `FAULTS_SEED=… npm run faults` walks the same way again. */
export const seed = Number(process.env['FAULTS_SEED'] ?? 1)

/** One line of the table at the end of `npm run faults`. */
export const tell = (fault: string, figures: Readonly<Record<string, number>>): void => {
  const note = process.env['FAULTS_NOTE']
  if (note) appendFileSync(note, `${JSON.stringify({ fault, seed, ...figures })}\n`)
}
