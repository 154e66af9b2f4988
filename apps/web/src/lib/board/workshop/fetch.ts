import { fetchKinds } from '../core/kinds.ts'

/** The technical things come when a board first has one. */
export const fetchWorkshop = () =>
  fetchKinds(['dimension', 'symbol', 'part', 'formula', 'code', 'table'], async () => (await import('./kinds.ts')).workshop)
