import Check from '@lucide/svelte/icons/check'
import Clock from '@lucide/svelte/icons/clock'
import Flame from '@lucide/svelte/icons/flame'
import HandHeart from '@lucide/svelte/icons/hand-heart'
import Heart from '@lucide/svelte/icons/heart'
import Lightbulb from '@lucide/svelte/icons/lightbulb'
import MessageCircleQuestion from '@lucide/svelte/icons/circle-question-mark'
import Settings from '@lucide/svelte/icons/settings'
import Star from '@lucide/svelte/icons/star'
import Target from '@lucide/svelte/icons/target'
import ThumbsUp from '@lucide/svelte/icons/thumbs-up'
import TriangleAlert from '@lucide/svelte/icons/triangle-alert'
import type { LucideIcon } from '@lucide/svelte'
import type { StampName } from './choices.ts'

export const stampIcons: Record<StampName, LucideIcon> = {
  star: Star,
  tick: Check,
  question: MessageCircleQuestion,
  heart: Heart,
  thumb: ThumbsUp,
  bulb: Lightbulb,
  warning: TriangleAlert,
  fire: Flame,
  clock: Clock,
  target: Target,
  gear: Settings,
  thanks: HandHeart,
}
