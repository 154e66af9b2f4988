import words from '../words.kk.ts'
import { offerTurning } from '../turn.ts'

offerTurning(words.turn)
