import acceptance from '../acceptance/door.en.ts'
import board from '../board/words.en.ts'
import centre from '../centre/words.en.ts'
import common from '../common/words.en.ts'
import consent from '../consent/words.en.ts'
import evidence from '../evidence/words.en.ts'
import framework from '../framework/door.en.ts'
import guardian from '../guardian/words.en.ts'
import portfolio from '../portfolio/words.en.ts'
import project from '../project/words.en.ts'
import review from '../review/words.en.ts'
import session from '../session/words.en.ts'
import team from '../team/words.en.ts'

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
