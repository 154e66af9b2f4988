/** Stands for lib0/broadcastchannel: tabs of one browser hear each other by a channel of our own (`tabs.ts` of the sync package), and the line's is off. */
export const publish = (): void => {}
export { publish as subscribe, publish as unsubscribe }
