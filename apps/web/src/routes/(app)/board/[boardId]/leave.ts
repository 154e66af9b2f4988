import type { Room } from '#lib/room.svelte.ts'

const patienceMs = 2_000

/**
 * A link leads to a whole new page, and this one ends at once. What is just on its way is let arrive first; what does not
 * arrive in time is asked about by the browser, as with a closed window.
 */
export const goOnceSaved = (event: MouseEvent, room: Pick<Room, 'save' | 'settled'> | null) => {
  if (room?.save !== 'saving' || event.defaultPrevented || event.button !== 0) return
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (!link?.href || link.target || link.hasAttribute('download')) return
  event.preventDefault()
  const arrived = room.settled().catch(() => {})
  const waited = new Promise((done) => setTimeout(done, patienceMs))
  void Promise.race([arrived, waited]).then(() => location.assign(link.href))
}
