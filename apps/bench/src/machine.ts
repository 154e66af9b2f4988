import { cpus, totalmem } from 'node:os'
import { canPin, cores } from './cores.ts'

/** On what the figures were made; absolute times mean nothing without it. */
export const hardware = (): string => {
  const all = cpus()
  const memory = Math.round(totalmem() / 1_073_741_824)
  return `${all.length} × ${all[0]?.model.trim() ?? 'unknown'}, ${memory} GB, ${process.platform} ${process.arch}, Node ${process.version}`
}

export const machine = (): string => {
  const pinning = canPin ? `server and database on core ${cores.server}, load on core ${cores.load}` : 'not pinned to cores'
  return `${hardware()}, ${pinning}`
}
