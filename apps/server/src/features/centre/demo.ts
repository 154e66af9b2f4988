import { change } from '../../facts/tell.ts'
import type { Services } from '../../services.ts'
import { beFirst } from './centre.store.ts'
import { fillBadges } from './demo-fill-badges.ts'
import { fillEvidence } from './demo-fill-evidence.ts'
import { hangPictures } from './demo-fill-pictures.ts'
import { fillSchool } from './demo-fill-school.ts'
import { fillStands, peopleByName } from './demo-fill-stands.ts'
import { drawDemoBoards, fillDemo } from './demo-world.ts'

/**
 * Fills an empty database with invented organisations, people, teams, projects, exhibitions and badges. `base` is where this Sheber is
 * found by the world: it stands in what is signed. Refuses `centre-exists`.
 */
export const loadDemo = async (services: Services, base: string): Promise<void> => {
  await change(services, null, async (tx, tell) => {
    await beFirst(tx)
    await fillDemo(tx, tell, services)
  })
  await drawDemoBoards(services)
  await fillEvidence(services)
  const people = await peopleByName(services)
  await hangPictures(services, people)
  await fillStands(services, people, base)
  await fillSchool(services, people)
  await fillBadges(services, people, base)
}
