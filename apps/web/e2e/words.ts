import type { Language } from '@sheber/contract/words'
import acceptanceEn from '../src/lib/acceptance/words.en.ts'
import acceptanceKk from '../src/lib/acceptance/words.kk.ts'
import acceptanceRu from '../src/lib/acceptance/words.ru.ts'
import en from '../src/lib/words/en.ts'
import closedWords from '../src/lib/board/closed/words.ru.ts'
import commandWords from '../src/lib/board/command/words.ru.ts'
import inboxEn from '../src/lib/inbox/words.en.ts'
import judgingEn from '../src/lib/judge/work.en.ts'
import inboxKk from '../src/lib/inbox/words.kk.ts'
import judgingKk from '../src/lib/judge/work.kk.ts'
import inboxRu from '../src/lib/inbox/words.ru.ts'
import judgingRu from '../src/lib/judge/work.ru.ts'
import names from '../src/lib/board/command/names.ru.ts'
import company from '../src/lib/board/company/words.ru.ts'
import slides from '../src/lib/board/slides/words.ru.ts'
import trays from '../src/lib/board/tray/words.ru.ts'
import votes from '../src/lib/board/vote/words.ru.ts'
import connectionEn from '../src/lib/connection/words.en.ts'
import connectionKk from '../src/lib/connection/words.kk.ts'
import connectionRu from '../src/lib/connection/words.ru.ts'
import frameworkEn from '../src/lib/framework/words.en.ts'
import hallEn from '../src/lib/words/hall.en.ts'
import frameworkKk from '../src/lib/framework/words.kk.ts'
import hallKk from '../src/lib/words/hall.kk.ts'
import frameworkRu from '../src/lib/framework/words.ru.ts'
import hallRu from '../src/lib/words/hall.ru.ts'
import organisationEn from '../src/lib/organisation/words.en.ts'
import organisationKk from '../src/lib/organisation/words.kk.ts'
import organisationRu from '../src/lib/organisation/words.ru.ts'
import taskEn from '../src/lib/task/words.en.ts'
import taskKk from '../src/lib/task/words.kk.ts'
import taskRu from '../src/lib/task/words.ru.ts'
import kk from '../src/lib/words/kk.ts'
import ru from '../src/lib/words/ru.ts'

/** What the app itself says, so that no text is written twice. */
export const catalogues = {
  kk: {
    ...kk,
    ...hallKk,
    acceptance: acceptanceKk,
    connection: connectionKk,
    framework: frameworkKk,
    inbox: inboxKk,
    judging: judgingKk,
    organisation: organisationKk,
    task: taskKk,
  },
  ru: {
    ...ru,
    ...hallRu,
    acceptance: acceptanceRu,
    connection: connectionRu,
    framework: frameworkRu,
    inbox: inboxRu,
    judging: judgingRu,
    organisation: organisationRu,
    task: taskRu,
  },
  en: {
    ...en,
    ...hallEn,
    acceptance: acceptanceEn,
    connection: connectionEn,
    framework: frameworkEn,
    inbox: inboxEn,
    judging: judgingEn,
    organisation: organisationEn,
    task: taskEn,
  },
} as const satisfies Record<Language, unknown>

/** The language of most tests. */
export const w = catalogues.ru

/** What the parts of the board say that are fetched later. */
export { closedWords, commandWords, company, names, slides, trays, votes }
