import type { SubmitFunction } from '$app/forms'
import { tick } from 'svelte'
import { say } from '#lib/ui/toast.svelte.ts'
import { words } from '#lib/words/words.ts'

/** The answer stands at the top of the page, the button may be far below: an answer out of sight is brought into it. */
const showAnswer = () => {
  const answer = document.querySelector('.slips') ?? document.querySelector('.notice')
  const { top = 0, bottom = 0 } = answer?.getBoundingClientRect() ?? {}
  const headerPx = 80
  if (top < headerPx || bottom > innerHeight) answer?.scrollIntoView({ block: bottom - top > innerHeight / 2 ? 'start' : 'center' })
}

/**
 * A form on its way, for `use:enhance`: its button waits, what was typed stays, and a cut cable is told
 * instead of taking the page away. `done` hears of success. Called while a component is made.
 */
export const sending = (done: () => unknown = () => {}) => {
  const w = words()
  let busy = $state(false)
  const submit: SubmitFunction = () => {
    busy = true
    return async ({ result, update }) => {
      // Only what the server itself answered carries a place.
      const cut = result.type === 'error' && !result.location
      if (cut) say(`${w.common.problem.unavailable}. ${w.common.problem.unavailableWhy}`)
      // The answer belongs to the page that asked, whatever its query: a navigation would lose a secret that is shown once.
      else await update({ reset: false, navigate: false })
      busy = false
      if (result.type === 'success') await done()
      await tick()
      if (result.type === 'success' || result.type === 'failure') showAnswer()
    }
  }
  return {
    submit,
    get busy() {
      return busy
    },
  }
}
