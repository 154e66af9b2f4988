import { wallDay } from '@sheber/domain/day'
import type { Tx } from '@sheber/db/open'
import { task, taskPerson } from '@sheber/db/schema'
import { keyAbove } from '@sheber/document/order'
import type { Services } from '../../services.ts'
import type { projects } from './demo-projects.ts'
import { tasks } from './demo-tasks.ts'

interface OfProject {
  readonly word: keyof typeof projects
  readonly projectId: string
  readonly members: readonly { readonly name: string; readonly personId: string }[]
}

/** As they would stand had the people of the team written them. */
export const fillTasks = async (tx: Tx, { newId, clock }: Services, { word, projectId, members }: OfProject): Promise<void> => {
  const idOf = (name: string) => members.find((one) => one.name === name)?.personId as string
  const daysFrom = (days: number) => new Date(clock.now().getTime() + days * 86_400_000)
  let place: string | null = null
  for (const { title, words = '', state, people, due, by, added } of tasks[word] ?? []) {
    const id = newId()
    place = keyAbove(place)
    const createdAt = daysFrom(-added)
    const doneAt = state === 'done' ? daysFrom(-1) : null
    const day = due === undefined ? null : wallDay(daysFrom(due))
    await tx.insert(task).values({ id, projectId, title, words, state, place, due: day, createdBy: idOf(by), createdAt, doneAt })
    if (people.length > 0) await tx.insert(taskPerson).values(people.map((name) => ({ taskId: id, personId: idOf(name), createdAt })))
  }
}
