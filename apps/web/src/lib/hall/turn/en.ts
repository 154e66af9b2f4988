import words from '../words.en.ts'
import { offerTurning } from '../turn.ts'

offerTurning(words.turn)
