import type { stand } from '@sheber/db/schema'
import type { PublicStand } from '@sheber/domain/hall'

interface Row {
  readonly entry: typeof stand.$inferSelect.entry
  /** Of `stand_shown`; null: it was never admitted. */
  readonly shown: unknown
}

/**
 * What a stand was admitted with, which is what the jury saw and the hall shows: results, reports and papers say this, so that what is printed
 * a second time is the same, whatever became of its entry since.
 */
export const asAdmitted = ({ entry, shown }: Row) => {
  const copy = shown as PublicStand | null
  return {
    title: copy?.title ?? entry.title,
    about: copy?.about ?? entry.about,
    nominationId: copy ? copy.nominationId : entry.nominationId,
  }
}
