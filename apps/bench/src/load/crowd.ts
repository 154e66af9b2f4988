import { setTimeout as pause } from 'node:timers/promises'
import type { Client } from './client.ts'

const atOnce = 25

/** Everybody comes in, not all through the door at one moment. */
export const connectAll = async (clients: readonly Client[]): Promise<void> => {
  for (let at = 0; at < clients.length; at += atOnce) await Promise.all(clients.slice(at, at + atOnce).map((client) => client.connect()))
}

export const closeAll = (clients: readonly Client[]): void => clients.forEach((client) => client.close())

/**
 * Lets each of `count` hands act `perSecond` times a second until the signal: evenly in itself, and beginning by chance,
 * so that hands meet in one moment as often as people do.
 */
export const pace = async (count: number, perSecond: number, act: (hand: number) => void, until: AbortSignal): Promise<void> => {
  const phases = Array.from({ length: count }, () => Math.random()).sort((a, b) => a - b)
  const dueMs = (turn: number) => ((Math.floor(turn / count) + (phases[turn % count] ?? 0)) / perSecond) * 1_000
  const start = performance.now()
  for (let turn = 0; !until.aborted;) {
    const now = performance.now() - start
    for (; dueMs(turn) <= now; turn += 1) act(turn % count)
    await pause(1)
  }
}

export const until = async (isSo: () => boolean, patienceMs: number): Promise<boolean> => {
  const late = performance.now() + patienceMs
  while (!isSo()) {
    if (performance.now() > late) return false
    await pause(5)
  }
  return true
}
