import type { ProjectState } from '@sheber/contract/project'
import { refuse } from '@sheber/contract/refusal'

/** The road of the work; each step may also be taken back by one, because tests fail and ideas change. */
const road: readonly ProjectState[] = ['idea', 'design', 'build', 'test', 'ready', 'exhibited']

/** States that may follow, in the order of the list. What was paused or archived comes back where its team says. */
export const nextStates = (now: ProjectState): readonly ProjectState[] => {
  if (now === 'archived') return road
  if (now === 'paused') return [...road.filter((state) => state !== 'exhibited'), 'archived']
  const at = road.indexOf(now)
  const beside = [road[at - 1], road[at + 1]].filter((state) => state !== undefined)
  // A project on its stand is taken down before it rests.
  return now === 'exhibited' ? [...beside, 'archived'] : [...beside, 'archived', 'paused']
}

export const stepProject = (now: ProjectState, asked: ProjectState): ProjectState =>
  nextStates(now).includes(asked) ? asked : refuse('state-step')
