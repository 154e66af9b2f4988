import { fetchKinds } from '../core/kinds.ts'
import { trays } from '../trays.ts'

/** Polls, votes and timers come when a board first has one; what lays them, with the tray. */
export const fetchVote = () => {
  fetchKinds(['poll', 'round', 'timer'], async () => (await import('./kinds.ts')).voted)
  trays.join(async (language) => (await import('./entries.ts')).entriesIn(language))
}
