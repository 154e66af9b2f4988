import type { Room } from '#lib/room.svelte.ts'
import type { Leisure } from './leisure.ts'

/** Keeps the page that is looked at on the device, at leisure (`leisure.ts`). Returns the way to stop. */
export const keepOpened = (refresh: () => void, more?: Leisure): (() => void) => {
  let stop: (() => void) | undefined
  let left = false
  void import('./leisure.ts').then(
    ({ keepAtLeisure }) => {
      if (!left) stop = keepAtLeisure(refresh, more)
    },
    () => undefined,
  )
  return () => {
    left = true
    stop?.()
  }
}

/** Its room was closed for good: where that says that it is theirs no more, it does not open from this device either (`lost.ts`). */
export const dropClosed = (code: number, room: Pick<Room, 'ready' | 'waiting' | 'forget'>): void => {
  if ([4401, 4403, 4404].includes(code)) void import('./lost.ts').then(({ lose }) => lose(code, room))
}
