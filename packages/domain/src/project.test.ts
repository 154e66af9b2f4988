import { projectStates, type ProjectState } from '@sheber/contract/project'
import type { Refusal } from '@sheber/contract/refusal'
import { expect, it } from 'vitest'
import { nextStates, stepProject } from './project.ts'

const reachable = (from: ProjectState) => {
  const seen = new Set<ProjectState>([from])
  for (const state of seen) for (const next of nextStates(state)) seen.add(next)
  return seen
}

it('reaches every state from every state: there is no dead end', () => {
  for (const state of projectStates) expect([...reachable(state)].sort(), state).toEqual([...projectStates].sort())
})

it('lets every step be taken back, or is the archive', () => {
  for (const from of projectStates) {
    for (const to of nextStates(from)) expect(nextStates(to).includes(from) || to === 'archived', `${from} → ${to}`).toBe(true)
  }
})

it('offers no state twice, and never the one it is in', () => {
  for (const state of projectStates) {
    const next = nextStates(state)
    expect(new Set(next).size, state).toBe(next.length)
    expect(next, state).not.toContain(state)
  }
})

it('goes from the idea to the exhibition one step after another', () => {
  const road: ProjectState[] = ['idea', 'design', 'build', 'test', 'ready', 'exhibited', 'archived']
  for (const [i, state] of road.entries()) if (i > 0) expect(stepProject(road[i - 1] as ProjectState, state)).toBe(state)
})

it.each([
  ['idea', 'build'],
  ['idea', 'exhibited'],
  ['design', 'ready'],
  ['test', 'idea'],
  ['paused', 'exhibited'],
  ['exhibited', 'paused'],
  ['build', 'build'],
] as const)('does not jump from %s to %s', (from, to) => {
  expect(() => stepProject(from, to)).toThrow(expect.objectContaining({ code: 'state-step' }) as Refusal)
})

it('takes what was put away early back to where it was', () => {
  for (const state of projectStates) if (state !== 'archived') expect(nextStates('archived').includes(state)).toBe(state !== 'paused')
})
