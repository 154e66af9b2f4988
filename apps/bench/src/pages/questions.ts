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
  { title: 'portfolios by name', path: (_, n) => `/api/portfolio/found?name=${n % 100}&page=0` },
  { title: 'a portfolio', path: ({ portfolios }, n) => `/api/portfolio/${one(portfolios, n)}` },
  { title: 'map of a learner', path: ({ portfolios }, n) => `/api/portfolio/${one(portfolios, n)}/map` },
  { title: 'claims of a portfolio', path: ({ portfolios }, n) => `/api/portfolio/${one(portfolios, n)}/evidence` },
  { title: 'map of a group', path: ({ groups, framework }, n) => `/api/group/${one(groups, n)}/map?frameworkId=${framework}` },
  { title: 'queue, all that wait', path: () => '/api/review?of=all' },
  { title: 'queue, nobody’s yet', path: () => '/api/review?of=unassigned' },
  { title: 'a submission', path: ({ submissions }, n) => `/api/review/${one(submissions, n)}` },
  { title: 'what is new', path: () => '/api/inbox' },
]
