import ChartBar from '@lucide/svelte/icons/chart-bar'
import CircleDot from '@lucide/svelte/icons/circle-dot'
import IdCard from '@lucide/svelte/icons/id-card'
import Link from '@lucide/svelte/icons/link'
import Timer from '@lucide/svelte/icons/timer'
import type { Language } from '@sheber/contract/words'
import type { Entry } from '../trays.ts'
import { loadVoteWords } from './words.ts'

const icons = { poll: ChartBar, round: CircleDot, timer: Timer, link: Link, card: IdCard }

export const entriesIn = async (language: Language): Promise<readonly Entry[]> => {
  const { tools } = await loadVoteWords(language)
  return (['poll', 'round', 'timer', 'link', 'card'] as const).map((name) => ({
    name,
    label: tools[name],
    icon: icons[name],
    choose: (face) => {
      face.tray = null
      face.editor.ask(name)
    },
  }))
}
