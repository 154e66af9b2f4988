declare module 'virtual:wake' {
  /** Which files bring a board to life, by the language of its page; see `wake.ts` beside the build. */
  export const wake: Readonly<Record<import('@sheber/contract/words').Language, import('../wake.ts').Wake>>
}
