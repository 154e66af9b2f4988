import { consent } from '@sheber/db/schema'
import type { Tx } from '@sheber/db/open'
import type { Services } from '../../services.ts'
import { signers, unsigned, withdrawn, workOnly } from './demo-consents.ts'
import type { Ids } from './demo-fill-people.ts'
import { groups } from './demo-groups.ts'
import { guardians } from './demo-guardians.ts'

const dayMs = 86_400_000

/** On paper, of all children whose guardians do not come in themselves. */
export const fillConsents = async (tx: Tx, { clock, newId }: Services, { people }: Ids): Promise<void> => {
  const now = clock.now().getTime()
  const known = guardians.flatMap(({ children }) => children)
  const recordedBy = people.get('Мадина О.') as string
  const names = groups.flatMap(({ learners }) => Object.values(learners).flat())
  const papers = names.flatMap((name, n) => {
    if (known.includes(name) || unsigned.includes(name)) return []
    const signed = new Date(now - (500 - (n % 30)) * dayMs)
    const taken = withdrawn.includes(name) ? new Date(now - (4 + (n % 3)) * dayMs) : null
    const paper = {
      personId: people.get(name) as string,
      guardian: `${signers[n % signers.length]} ${name.split(' ')[1] ?? ''}`.trim(),
      fromDay: signed.toISOString().slice(0, 10),
      recordedBy,
      createdAt: signed,
      ...(taken && { withdrawnAt: taken, withdrawnBy: recordedBy }),
    }
    const scopes = workOnly.includes(name) ? (['work'] as const) : (['work', 'name', 'picture', 'school'] as const)
    return scopes.map((scope) => ({ ...paper, id: newId(), scope }))
  })
  await tx.insert(consent).values(papers)
}
