import CircleQuestionMark from '@lucide/svelte/icons/circle-question-mark'
import Hand from '@lucide/svelte/icons/hand'
import Heart from '@lucide/svelte/icons/heart'
import Lightbulb from '@lucide/svelte/icons/lightbulb'
import PartyPopper from '@lucide/svelte/icons/party-popper'
import ThumbsUp from '@lucide/svelte/icons/thumbs-up'
import type { LucideIcon } from '@lucide/svelte'
import type { Reaction } from '../core/gather.ts'

export const reactionIcons: Record<Reaction, LucideIcon> = {
  thumb: ThumbsUp,
  heart: Heart,
  bulb: Lightbulb,
  hand: Hand,
  question: CircleQuestionMark,
  party: PartyPopper,
}
