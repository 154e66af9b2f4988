import { pictures } from '@sheber/contract/session'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = () => ({ pictures })
