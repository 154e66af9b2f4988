import { organisation } from '@sheber/db/schema'
import { eq, or } from 'drizzle-orm'
import { changeKey } from '../features/badge/badge.key.ts'
import type { Task } from './index.ts'
import { Wrong } from './wrong.ts'

/** From now on an organisation signs its badges with a new key; those that it gave before stay valid. */
export const keyChange: Task = async (services, ...words) => {
  const asked = words.join(' ')
  const found = await services.db
    .select({ id: organisation.id, name: organisation.name })
    .from(organisation)
    .where(or(eq(organisation.id, asked), eq(organisation.name, asked)))
  const [one, ...others] = found
  if (!one)
    throw new Wrong(
      `There is no organisation “${asked}”: write its name as it is shown, or its id, the last part of the address of its page.`,
    )
  if (others.length > 0) throw new Wrong(`${found.length} organisations are called “${asked}”: write the id of the one you mean.`)
  const { before, now } = await changeKey(services, one.id)
  return [
    `${one.name} signs with ${now}`,
    before ? `before  ${before}: what it signed stays valid` : 'before  none: it had given no badge',
  ].join('\n')
}
