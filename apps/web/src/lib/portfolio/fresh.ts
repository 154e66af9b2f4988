import type { RecordKind } from '@sheber/contract/portfolio'
import type { NewRecord } from '@sheber/document/portfolio'
import { newThingId } from '#lib/new-id.ts'

/** The day as the device has it. */
const dayHere = (): string => {
  const today = new Date()
  return [today.getFullYear(), today.getMonth() + 1, today.getDate()].map((n) => String(n).padStart(2, '0')).join('-')
}

/** What a record begins as, wherever it is begun. */
export const freshRecord = (kind: RecordKind): NewRecord => ({
  ...{ id: newThingId(), kind, from: dayHere() },
  ...{ audience: ['team'], prompt: 'proud' },
})
