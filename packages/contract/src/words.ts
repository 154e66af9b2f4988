import { Type, type Static, type TSchema } from 'typebox'
import { languages } from './plain.ts'

export { languages }

/** Words that several features share: how a name, a language or a moment is spelt on the wire. */

export const Language = Type.Enum(languages)
export type Language = Static<typeof Language>

// Letters, marks, digits and the plain signs of names. No controls, no zero-width and no bidirectional
// tricks: a name that looks like another person's name is a way to cheat children. DI are the signs that
// draw nothing, some of which count as letters or marks.
const nameSigns = String.raw`\p{L}\p{M}\p{N} .,'’"«»“”()№#&/+\-–—!?:`
const aLetterOrDigit = String.raw`(?=.*[\p{L}\p{N}])`
const nothingUnseen = String.raw`(?!.*\p{DI})`

/** A person's, team's or organisation's name; trimmed by the sender, 1–80 characters. */
export const Name = Type.String({ minLength: 1, maxLength: 80, pattern: `^(?! )${aLetterOrDigit}${nothingUnseen}[${nameSigns}]*(?<! )$` })

/** Several lines of plain text, at most 4,000 characters; no control signs but tab and new line. */
export const Words = Type.String({ maxLength: 4000, pattern: String.raw`^[\P{C}\t\n\r]*$` })

/** Sign-in name: letters of any alphabet, digits, dot, hyphen, underscore; compared without case. */
export const Login = Type.String({ minLength: 3, maxLength: 40, pattern: String.raw`^(?!.*\p{DI})[\p{L}\p{N}._\-]+$` })

export const Password = Type.String({ minLength: 1, maxLength: 200 })

/** ISO 8601, UTC. */
export const Moment = Type.String({ format: 'date-time' })

/** Every object of the contract is closed: an unknown field is refused, not dropped. */
export const Closed = <P extends Record<string, TSchema>>(properties: P) => Type.Object(properties, { additionalProperties: false })

export const Nothing = Closed({})
