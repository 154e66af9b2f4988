import { refuse } from '@sheber/contract/refusal'

/** A project's boards are looked for in a list; a longer one nobody reads. */
export const boardsMax = 50

/** Refuses `too-many-boards` where a project has as many as it may. */
export const admitBoard = (inProject: number) => {
  if (inProject >= boardsMax) refuse('too-many-boards', { max: boardsMax })
}
