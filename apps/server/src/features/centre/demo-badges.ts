import type { Emblem } from '@sheber/contract/badge'
import type { Said } from '@sheber/contract/framework'

export interface DemoBadge {
  readonly title: Said
  readonly criteria: Said
  readonly emblem: Emblem
  /** Of what ships: a competency's code and the level asked for, from one up. */
  readonly needs: readonly (readonly [code: string, level: 1 | 2 | 3 | 4])[]
  readonly role: Said
  /** By name; of a role, with the title of the project. */
  readonly given: readonly (readonly [name: string, project: string | null])[]
}

const none: Said = { kk: '', ru: '', en: '' }

/** What the demo centre gives badges for. Who has one was confirmed in all of it; others are on the way, and see what they are short of. */
export const badges: readonly DemoBadge[] = [
  {
    title: { kk: 'Жинайды және баптайды', ru: 'Собирает и отлаживает', en: 'Builds and debugs' },
    criteria: {
      kk: 'Электрониканы өз сызбасы бойынша жинайды және жұмыс істемей тұрғанын өзі табады.',
      ru: 'Собирает электронику по своей схеме и сам находит, почему она не работает.',
      en: 'Builds electronics from a schematic of their own and finds out why it does not work.',
    },
    emblem: 'circuit',
    needs: [
      ['C2', 3],
      ['C4', 3],
    ],
    role: none,
    given: [['Айдана С.', null]],
  },
  {
    title: { kk: 'Өлшейді және түсіндіреді', ru: 'Измеряет и объясняет', en: 'Measures and explains' },
    criteria: {
      kk: 'Ұзақ өлшейді, деректердің неден тұратынын басқалар түсінетіндей жазады.',
      ru: 'Измеряет долго и записывает так, что поймут другие.',
      en: 'Measures for long, and writes it down so that others understand.',
    },
    emblem: 'compass',
    needs: [
      ['D2', 3],
      ['D3', 3],
    ],
    role: none,
    given: [['Мария З.', null]],
  },
  {
    title: { kk: 'Жоба бағдарламашысы', ru: 'Программист проекта', en: 'Programmer of a project' },
    criteria: {
      kk: 'Жобаның бағдарламасын жазып, оны соңына дейін жеткізді.',
      ru: 'Писал программу проекта и довёл её до конца.',
      en: 'Wrote the program of a project and saw it through.',
    },
    emblem: 'gear',
    needs: [],
    role: { kk: 'бағдарламашы', ru: 'программист', en: 'programmer' },
    given: [['Тимур К.', 'Линейный робот']],
  },
]
