import type { LucideIcon } from '@lucide/svelte'
import Factory from '@lucide/svelte/icons/factory'
import Cap from '@lucide/svelte/icons/graduation-cap'
import Hammer from '@lucide/svelte/icons/hammer'
import Landmark from '@lucide/svelte/icons/landmark'
import Library from '@lucide/svelte/icons/library'
import School from '@lucide/svelte/icons/school'
import Images from '@lucide/svelte/icons/images'
import Key from '@lucide/svelte/icons/key-round'
import Hash from '@lucide/svelte/icons/hash'
import Locked from '@lucide/svelte/icons/lock'
import type { Organisation } from '@sheber/contract/organisation'
import type { Person } from '@sheber/contract/person'

export const kindIcons: { readonly [K in Organisation['kind']]: LucideIcon } = {
  centre: Hammer,
  school: School,
  college: Cap,
  company: Factory,
  library: Library,
  authority: Landmark,
}

export const wayIcons: { readonly [S in Person['signIn']]: LucideIcon } = {
  password: Key,
  pin: Hash,
  pictures: Images,
  none: Locked,
}
