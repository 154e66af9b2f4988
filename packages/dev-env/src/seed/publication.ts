import type { PublicFields } from '@sheber/contract/publication'

/** Nothing goes out but titles, words and periods: what else a test wants out it names. */
export const noFields: PublicFields = {
  cover: false,
  names: false,
  pictures: false,
  pieces: false,
  reflection: false,
  sections: false,
  competencies: false,
  badges: false,
}
