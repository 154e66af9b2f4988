import type { Competency, Draft, Level, Said } from '@sheber/contract/framework'

/** The same words in all three languages, or those of one. */
export const said = (words: string | Partial<Said>): Said =>
  typeof words === 'string' ? { kk: words, ru: words, en: words } : { kk: '', ru: '', en: '', ...words }

/** A UUID that can be told from others at a glance. */
export const uuid = (n: number): string => `${n.toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`

export const level = (n: number, title = `level ${n}`): Level => ({ id: uuid(1_000 + n), title: said(title), text: said('') })

export const competency = (n: number, parent: number | null = null, more: Partial<Competency> = {}): Competency => ({
  id: uuid(n),
  parentId: parent === null ? null : uuid(parent),
  code: `C${n}`,
  title: said(`competency ${n}`),
  descriptors: [],
  retired: false,
  replacedBy: null,
  ...more,
})

export const draft = (more: Partial<Draft> = {}): Draft => ({
  title: said('Making'),
  description: said(''),
  version: '1.0',
  rollup: 'latest',
  licence: 'CC BY 4.0',
  attribution: '',
  levels: [level(1), level(2)],
  competencies: [competency(1), competency(2, 1), competency(3, 1)],
  links: [],
  ...more,
})
