import { onMount } from 'svelte'

/**
 * `awake` turns true once the page's script runs. From then on a search or a choice is made in the page and its button
 * is no submission, so that Enter in a field reaches the form's own button. Called while a component is made.
 */
export const waking = () => {
  let awake = $state(false)
  onMount(() => {
    awake = true
  })
  return {
    get awake() {
      return awake
    },
  }
}
