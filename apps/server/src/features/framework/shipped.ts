import type { Draft, Link } from '@sheber/contract/framework'
import type { Tx } from '@sheber/db/open'
import { describeAnew } from '@sheber/domain/framework'
import { insertFramework, lockFramework, updateFramework } from './framework.store.ts'
import { digcomp, digcompId } from './shipped-digcomp.ts'
import { akin, making, makingId } from './shipped-making.ts'

const linked = (draft: Draft): Draft => ({
  ...draft,
  links: akin.flatMap(([ours, theirs], at): Link[] => {
    const from = draft.competencies.find(({ code }) => code === ours)
    const to = digcomp.competencies.find(({ code }) => code === theirs)
    if (!from || !to) return []
    const id = `${makingId.slice(0, -4)}${(0xe00 + at).toString(16).padStart(4, '0')}`
    return [{ id, from: from.id, kind: 'isRelatedTo', to: { id: to.id, uri: null, title: to.title.en } }]
  }),
})

export const shipped: readonly { readonly id: string; readonly draft: Draft }[] = [
  { id: digcompId, draft: digcomp },
  { id: makingId, draft: linked(making) },
]

interface Shipping {
  readonly id: string
  readonly draft: Draft
  readonly organisationId: string
  readonly personId: string
  readonly at: Date
}

/** Made and published at once. False: there is one with this name already. */
export const shipOne = async (tx: Tx, { id, draft, organisationId, personId, at }: Shipping): Promise<boolean> => {
  const isNew = await insertFramework(tx, { id, organisationId, createdBy: personId, at, draft })
  if (isNew) await updateFramework(tx, id, { draft, at, state: 'published' })
  return isNew
}

/**
 * The frameworks that every centre begins with, published. Whoever needs another one makes it beside them. One that is there
 * from an older Sheber gets the descriptors it came without; whatever its people have changed stays theirs.
 */
export const shipFrameworks = async (tx: Tx, organisationId: string, personId: string, at: Date): Promise<void> => {
  for (const { id, draft } of shipped) {
    if (await shipOne(tx, { id, draft, organisationId, personId, at })) continue
    const stored = await lockFramework(tx, id)
    const better = stored && describeAnew(stored, draft)
    if (better) await updateFramework(tx, id, { draft: better, at })
  }
}
