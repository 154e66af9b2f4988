import { begin, type Asked, type Told } from './work.ts'

const answer = begin()
const page = self as unknown as { postMessage(told: Told, transfer: Transferable[]): void }

self.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  const told = answer(data)
  page.postMessage(told, told.told === 'paint' ? [told.pixels.buffer] : [])
})
