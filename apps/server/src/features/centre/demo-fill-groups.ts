import { group as told } from '@sheber/contract/group'
import type { Tx } from '@sheber/db/open'
import { group, groupLearner } from '@sheber/db/schema'
import type { Tell } from '../../facts/tell.ts'
import type { Services } from '../../services.ts'
import { groups, type DemoGroup } from './demo-groups.ts'
import type { Ids } from './demo-fill-people.ts'

/** Everybody in a group: its own children, and those who come here from another group too. */
export const learnersOf = ({ learners, also = [] }: DemoGroup): string[] => [
  ...Object.values(learners).flat(),
  ...also.flatMap(({ group: from, place, places }) => groups.find(({ name }) => name === from)?.learners[place]?.slice(0, places) ?? []),
]

export const fillGroups = async (tx: Tx, tell: Tell, { newId }: Services, { organisations, people }: Ids): Promise<void> => {
  const organisationId = organisations.get('centre') as string
  const rows = groups.map((one) => ({ id: newId(), organisationId, name: one.name, code: one.code, names: learnersOf(one) }))
  await tx.insert(group).values(rows.map(({ names: _, ...row }) => row))
  await tx
    .insert(groupLearner)
    .values(rows.flatMap(({ id, names }) => names.map((name) => ({ groupId: id, personId: people.get(name) as string }))))
  for (const { id } of rows) await tell(told.changed, { groupId: id, organisationId })
}
