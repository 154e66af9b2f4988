import { change } from '../../facts/tell.ts'
import type { Services } from '../../services.ts'
import { beFirst } from './centre.store.ts'
import { fillEvidence } from './demo-fill-evidence.ts'
import { drawDemoBoards, fillDemo } from './demo-world.ts'

/** Fills an empty database with invented organisations, people, teams and projects. Refuses `centre-exists`. */
export const loadDemo = async (services: Services): Promise<void> => {
  await change(services, null, async (tx, tell) => {
    await beFirst(tx)
    await fillDemo(tx, tell, services)
  })
  await drawDemoBoards(services)
  await fillEvidence(services)
}
