export interface Ids {
  readonly centre: string
  readonly framework: string
  readonly portfolios: readonly string[]
  readonly groups: readonly string[]
  /** That wait for somebody, or are being read. */
  readonly submissions: readonly string[]
}

export interface Question {
  readonly title: string
  readonly path: (ids: Ids, n: number) => string
}

const one = (all: readonly string[], n: number): string => all[n % all.length] ?? ''

/** What the pages ask of the server, by somebody who may see everything: the administrator of the centre. */
export const questions: readonly Question[] = [
  { title: 'portfolios of all', path: () => '/api/portfolio' },
  { title: 'a portfolio', path: ({ portfolios }, n) => `/api/portfolio/${one(portfolios, n)}` },
  { title: 'what is new', path: () => '/api/inbox' },
]
