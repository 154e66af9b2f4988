import { queues, type Queue } from '@sheber/contract/review'

/**
 * The queue a page of reviews begins with. What was asked for goes first; whoever comes without asking, and for whom nothing waits
 * by name, is shown what nobody has taken rather than an empty page.
 */
export const queueOf = (asked: string | null, counts: Readonly<Record<Queue, number>>): Queue =>
  queues.find((one) => one === asked) ?? (counts.mine === 0 && counts.unassigned > 0 ? 'unassigned' : 'mine')
