import { loadDeviceWords } from '#lib/device/words.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = async ({ data, parent }) => ({ ...data, device: await loadDeviceWords((await parent()).language) })
