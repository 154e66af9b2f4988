import { reasonOf } from '#lib/api.ts'
import { words } from '#lib/words/words.ts'

/** One deed at a time, and what is said where it did not succeed. Called while a component is made. */
export const deeds = () => {
  const silence = words().common.problem.unavailable
  let busy = $state(false)
  let trouble = $state('')
  return {
    get busy() {
      return busy
    },
    get trouble() {
      return trouble
    },
    /** True where it was done. */
    async run(deed: () => Promise<unknown>): Promise<boolean> {
      if (busy) return false
      busy = true
      trouble = ''
      try {
        await deed()
        return true
      } catch (why) {
        trouble = reasonOf(why, silence)
        return false
      } finally {
        busy = false
      }
    },
  }
}
