import { Type } from 'typebox'
import { idPattern } from './plain.ts'

export { idPattern }

export const Id = Type.String({ pattern: idPattern.source, description: '20 letters of base 32' })

/** What is known outside of Sheber too, by a CASE package or a badge, is named as everybody names things. */
export const Uuid = Type.String({
  pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
  description: 'a UUID in small letters',
})
export const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
