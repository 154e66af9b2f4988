import { unpackHere } from './skin.ts'
import { begin, type Asked, type Told } from './work.ts'

const answer = begin(unpackHere)
const page = self as unknown as { postMessage(told: Told, transfer: Transferable[]): void }

// The page asks one thing after the other, so no answer overtakes another.
self.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  void answer(data).then((told) => page.postMessage(told, told.told === 'paint' ? [told.pixels.buffer] : []))
})
