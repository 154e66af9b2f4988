import acceptance from '../acceptance/door.kk.ts'
import board from '../board/words.kk.ts'
import centre from '../centre/words.kk.ts'
import common from '../common/words.kk.ts'
import consent from '../consent/words.kk.ts'
import evidence from '../evidence/words.kk.ts'
import framework from '../framework/door.kk.ts'
import guardian from '../guardian/words.kk.ts'
import portfolio from '../portfolio/words.kk.ts'
import project from '../project/words.kk.ts'
import review from '../review/words.kk.ts'
import session from '../session/words.kk.ts'
import team from '../team/words.kk.ts'

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
