import Briefcase from '@lucide/svelte/icons/briefcase'
import FlaskConical from '@lucide/svelte/icons/flask-conical'
import GraduationCap from '@lucide/svelte/icons/graduation-cap'
import Hammer from '@lucide/svelte/icons/hammer'
import HeartHandshake from '@lucide/svelte/icons/heart-handshake'
import Presentation from '@lucide/svelte/icons/presentation'
import type { RecordKind } from '@sheber/contract/portfolio'
import type { LucideIcon } from '@lucide/svelte'

export const kindIcons: Record<RecordKind, LucideIcon> = {
  made: Hammer,
  tested: FlaskConical,
  presented: Presentation,
  helped: HeartHandshake,
  learned: GraduationCap,
  probe: Briefcase,
}

/** Of a cover: names of tints, whose values are the theme's. */
export const coverColours = ['blue', 'green', 'orange', 'red', 'violet', 'grey'] as const
export type CoverColour = (typeof coverColours)[number]
export const coverColour = (said: string): CoverColour => coverColours.find((one) => one === said) ?? 'blue'
