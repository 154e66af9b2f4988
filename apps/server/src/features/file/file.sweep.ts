import { fileLimits } from '@sheber/domain/file'
import type { FastifyInstance } from 'fastify'
import type { Services } from '../../services.ts'
import { sweepEvery } from '../../sweep.ts'
import type { Shelf } from './file.shelf.ts'
import { forgetUpload, uploadsBefore } from './file.store.ts'

const sweepMs = 3_600_000

/** Throws away what was begun and not gone on with for a day. */
export const sweepFiles = async ({ db, clock }: Services, shelf: Shelf): Promise<void> => {
  const before = new Date(clock.now().getTime() - fileLimits.unfinishedMsMax)
  for (const { id } of await uploadsBefore(db, before)) {
    const come = await shelf.come(id)
    if (come && come.at > before) continue
    // The bytes first: whoever finds the row later finds the rest of the work.
    await shelf.clear(id)
    await forgetUpload(db, id)
  }
}

export const sweepFilesHourly = (app: FastifyInstance, services: Services, shelf: Shelf): void =>
  sweepEvery(app, services, { everyMs: sweepMs, failed: 'unfinished files were not swept', work: () => sweepFiles(services, shelf) })
