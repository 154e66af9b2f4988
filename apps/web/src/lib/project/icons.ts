import type { LucideIcon } from '@lucide/svelte'
import Box from '@lucide/svelte/icons/box'
import Bot from '@lucide/svelte/icons/bot'
import Car from '@lucide/svelte/icons/car'
import Code from '@lucide/svelte/icons/code-xml'
import Cog from '@lucide/svelte/icons/cog'
import Flask from '@lucide/svelte/icons/flask-conical'
import Hammer from '@lucide/svelte/icons/hammer'
import Archive from '@lucide/svelte/icons/archive'
import Check from '@lucide/svelte/icons/circle-check-big'
import Bulb from '@lucide/svelte/icons/lightbulb'
import Chip from '@lucide/svelte/icons/microchip'
import Pause from '@lucide/svelte/icons/pause'
import Ruler from '@lucide/svelte/icons/pencil-ruler'
import Plane from '@lucide/svelte/icons/plane'
import Easel from '@lucide/svelte/icons/presentation'
import Sailboat from '@lucide/svelte/icons/sailboat'
import Shapes from '@lucide/svelte/icons/shapes'
import type { Direction, ProjectState } from '@sheber/contract/project'

export const directionIcons: { readonly [D in Direction]: LucideIcon } = {
  technics: Cog,
  aero: Plane,
  ship: Sailboat,
  auto: Car,
  robotics: Bot,
  electronics: Chip,
  modelling: Box,
  software: Code,
  other: Shapes,
}

export const stateIcons: { readonly [S in ProjectState]: LucideIcon } = {
  idea: Bulb,
  design: Ruler,
  build: Hammer,
  test: Flask,
  ready: Check,
  exhibited: Easel,
  archived: Archive,
  paused: Pause,
}

export const directions = Object.keys(directionIcons) as Direction[]

/** The seven steps of the track. A pause is a rest at its side, not a step. */
export const track = ['idea', 'design', 'build', 'test', 'ready', 'exhibited', 'archived'] as const satisfies readonly ProjectState[]

/** How far a project has come: 0 to 6, or -1 while it rests. */
export const placeOf = (state: ProjectState): number => (track as readonly ProjectState[]).indexOf(state)
