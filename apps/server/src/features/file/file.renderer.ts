import { Refusal } from '@sheber/contract/refusal'
import { setPriority } from 'node:os'
import type { Done, Job } from './file.pictures.ts'
import { drawingOf, renderPicture, thumbnailOf } from './file.render.ts'

// Boards come first: who draws on one shall not feel that somebody else sends a photograph.
setPriority(10)
// Whoever it works for is gone.
process.on('disconnect', () => process.exit())

const work = async (job: Job): Promise<Done> => {
  try {
    if (job.kind === 'draw') return { ok: await drawingOf(job.svg) }
    return {
      ok: job.kind === 'thumbnail' ? await thumbnailOf(job.bytes) : await renderPicture(job.path, job.type, (width) => job.to[width]),
    }
  } catch (why) {
    return why instanceof Refusal ? { no: why.code, with: why.with } : { fault: String((why as Error).stack) }
  }
}

process.on('message', (job: Job) => void work(job).then((done) => process.send?.(done)))
process.send?.('ready')
