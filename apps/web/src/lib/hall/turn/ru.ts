import words from '../words.ru.ts'
import { offerTurning } from '../turn.ts'

offerTurning(words.turn)
