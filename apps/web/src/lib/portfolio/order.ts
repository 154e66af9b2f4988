import type { PortfolioRecord } from '@sheber/document/portfolio'

/** Between whom a record comes to stand that is to be the `place`-th of its list; the list may hold it already. */
export const neighbours = (
  list: readonly Pick<PortfolioRecord, 'id'>[],
  id: string,
  place: number,
): { readonly after: string | null; readonly before: string | null } => {
  const others = list.filter((one) => one.id !== id)
  const at = Math.max(0, Math.min(place, others.length))
  return { after: others[at - 1]?.id ?? null, before: others[at]?.id ?? null }
}
