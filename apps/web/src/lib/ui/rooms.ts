import BookOpen from '@lucide/svelte/icons/book-open'
import Building from '@lucide/svelte/icons/building-2'
import Hammer from '@lucide/svelte/icons/hammer'
import Milestone from '@lucide/svelte/icons/milestone'
import type { Me } from '@sheber/contract/session'

/** The rooms of the main navigation, and which paths lie in each. Exhibitions come with theirs. */
export const rooms = [
  { name: 'work', href: '/work', icon: Hammer, paths: ['/work', '/project', '/team', '/review'] },
  { name: 'portfolio', href: '/portfolio', icon: BookOpen, paths: ['/portfolio'] },
  { name: 'framework', href: '/framework', icon: Milestone, paths: ['/framework'] },
  { name: 'centre', href: '/centre', icon: Building, paths: ['/centre', '/badge/class'] },
] as const

/** Who sees the room "Centre". What may be done there is decided by the server for each act. */
export const runsCentre = (person: NonNullable<Me['person']>): boolean =>
  person.memberships.some(({ role }) => role === 'teacher' || role === 'administrator')
