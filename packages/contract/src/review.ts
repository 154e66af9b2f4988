import { Type, type Static } from 'typebox'
import { verdicts } from './evidence.ts'

export type { Verdict } from './evidence.ts'

export const submissionStates = ['submitted', 'in_review', 'returned', 'resubmitted', 'accepted', 'withdrawn'] as const
export const SubmissionState = Type.Enum(submissionStates)
export type SubmissionState = Static<typeof SubmissionState>

/** A place in a record: in its text by relative positions of Yjs and by the quote, or in a picture by a point of it. */
export const Anchor = Type.Union([
  Type.Object(
    {
      kind: Type.Literal('text'),
      /** Relative positions of Yjs, base64. */
      from: Type.String({ maxLength: 200 }),
      to: Type.String({ maxLength: 200 }),
      quote: Type.String({ maxLength: 500 }),
    },
    { additionalProperties: false },
  ),
  Type.Object(
    {
      kind: Type.Literal('picture'),
      fileId: Type.String({ maxLength: 64 }),
      /** Of its width and height, 0 to 1. */
      x: Type.Number({ minimum: 0, maximum: 1 }),
      y: Type.Number({ minimum: 0, maximum: 1 }),
      quote: Type.String({ maxLength: 500 }),
    },
    { additionalProperties: false },
  ),
])
export type Anchor = Static<typeof Anchor>

export { verdicts }
