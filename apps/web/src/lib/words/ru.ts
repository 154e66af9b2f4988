import acceptance from '../acceptance/door.ru.ts'
import board from '../board/words.ru.ts'
import centre from '../centre/words.ru.ts'
import common from '../common/words.ru.ts'
import consent from '../consent/words.ru.ts'
import evidence from '../evidence/words.ru.ts'
import framework from '../framework/door.ru.ts'
import guardian from '../guardian/words.ru.ts'
import portfolio from '../portfolio/words.ru.ts'
import project from '../project/words.ru.ts'
import review from '../review/words.ru.ts'
import session from '../session/words.ru.ts'
import team from '../team/words.ru.ts'

export default {
  acceptance,
  board,
  centre,
  common,
  consent,
  evidence,
  framework,
  guardian,
  portfolio,
  project,
  review,
  session,
  team,
}
