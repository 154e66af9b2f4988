import BookOpen from '@lucide/svelte/icons/book-open'
import Building from '@lucide/svelte/icons/building-2'
import Hammer from '@lucide/svelte/icons/hammer'
import House from '@lucide/svelte/icons/house'
import Milestone from '@lucide/svelte/icons/milestone'
import Trophy from '@lucide/svelte/icons/trophy'
import type { Me } from '@sheber/contract/session'

/** The rooms of the main navigation, and which paths lie in each. */
export const rooms = [
  { name: 'work', href: '/work', icon: Hammer, paths: ['/work', '/project', '/notebook', '/team', '/review'] },
  { name: 'portfolio', href: '/portfolio', icon: BookOpen, paths: ['/portfolio'] },
  { name: 'exhibition', href: '/exhibition', icon: Trophy, paths: ['/exhibition', '/jury', '/stand'] },
  { name: 'framework', href: '/framework', icon: Milestone, paths: ['/framework'] },
  { name: 'guardian', href: '/guardian', icon: House, paths: ['/guardian'] },
  { name: 'centre', href: '/centre', icon: Building, paths: ['/centre', '/badge/class'] },
] as const

type Person = NonNullable<Me['person']>

/** Looks on from the side of a child, and has nothing of their own here. */
export const isOnlyGuardian = (person: Person): boolean =>
  person.memberships.length > 0 && person.memberships.every(({ role }) => role === 'guardian')

/** The rooms that somebody has something to do in. */
export const roomsOf = (person: Person) =>
  rooms.filter(({ name }) => {
    // A family comes to see what its child shows.
    if (name === 'exhibition') return true
    if (name === 'guardian') return person.guardian || isOnlyGuardian(person)
    if (isOnlyGuardian(person)) return false
    return name !== 'centre' || runsCentre(person)
  })

/** Who sees the room "Centre". What may be done there is decided by the server for each act. */
export const runsCentre = (person: Person): boolean => person.memberships.some(({ role }) => role === 'teacher' || role === 'administrator')
