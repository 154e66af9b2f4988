import Building from '@lucide/svelte/icons/building-2'
import Hammer from '@lucide/svelte/icons/hammer'
import Milestone from '@lucide/svelte/icons/milestone'
import type { Me } from '@sheber/contract/session'

/** The rooms of the main navigation, and which paths lie in each. Portfolio and exhibitions come with their issues. */
export const rooms = [
  { name: 'work', href: '/work', icon: Hammer, paths: ['/work', '/project', '/team', '/review'] },
  { name: 'framework', href: '/framework', icon: Milestone, paths: ['/framework'] },
  { name: 'centre', href: '/centre', icon: Building, paths: ['/centre', '/badge/class'] },
] as const

/** Who sees the room "Centre". What may be done there is decided by the server for each act. */
export const runsCentre = (person: NonNullable<Me['person']>): boolean =>
  person.memberships.some(({ role }) => role === 'teacher' || role === 'administrator')
