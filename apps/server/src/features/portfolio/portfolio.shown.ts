import type { Audience, PortfolioRecords } from '@sheber/contract/portfolio'
import type { PortfolioSnapshot } from '@sheber/document/portfolio'

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
    records: shown.map(({ id, kind, title, from, to, section, prompt, reflection, body, pieces }) => ({
      ...{ id, kind, title, from, to, section, prompt, reflection },
      body: [...body],
      pieces: pieces.map(({ z: _, things, ...piece }) => ({ ...piece, things: [...things] })),
    })),
  }
}
