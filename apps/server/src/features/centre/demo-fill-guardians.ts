import { consent, guardianship } from '@sheber/db/schema'
import type { Tx } from '@sheber/db/open'
import type { Services } from '../../services.ts'
import type { Ids } from './demo-fill-people.ts'
import { guardians } from './demo-guardians.ts'

const dayMs = 86_400_000

/** Who stands for whom, and what they have signed. */
export const fillGuardians = async (tx: Tx, { clock, newId }: Services, { people }: Ids): Promise<void> => {
  const idOf = (name: string) => people.get(name) as string
  const recordedBy = idOf('Мадина О.')
  for (const { name, children, signed, scopes } of guardians) {
    const at = new Date(clock.now().getTime() - signed * dayMs)
    for (const child of children) {
      const childId = idOf(child)
      await tx.insert(guardianship).values({ id: newId(), guardianId: idOf(name), childId, createdBy: recordedBy, createdAt: at })
      const paper = { personId: childId, guardian: name, fromDay: at.toISOString().slice(0, 10), recordedBy, createdAt: at }
      await tx.insert(consent).values(scopes.map((scope) => ({ ...paper, id: newId(), scope })))
    }
  }
}
