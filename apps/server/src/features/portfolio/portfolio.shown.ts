import type { Audience, PortfolioRecords, ShownRecord } from '@sheber/contract/portfolio'
import type { PortfolioRecord, PortfolioSnapshot } from '@sheber/document/portfolio'

/** Nothing of where it stands, of whom it is shown to and of who wrote it. */
export const showRecord = ({ id, kind, title, from, to, prompt, reflection, body, pieces }: PortfolioRecord): ShownRecord => ({
  ...{ id, kind, title, from, to, prompt, reflection },
  body: [...body],
  pieces: pieces.map(({ z: _, things, ...piece }) => ({ ...piece, things: [...things] })),
})

/** What of a portfolio is answered to somebody: the records that they may read, and no section that has none for them. */
export const shownTo = (
  { cover, sections, records }: PortfolioSnapshot,
  reads: (audience: readonly Audience[]) => boolean,
): PortfolioRecords => {
  const shown = records.filter(({ audience }) => reads(audience))
  const used = new Set(shown.map(({ section }) => section))
  return {
    cover,
    sections: sections.filter(({ id }) => used.has(id)).map(({ id, title }) => ({ id, title })),
    records: shown.map((record) => ({ ...showRecord(record), section: record.section })),
  }
}
