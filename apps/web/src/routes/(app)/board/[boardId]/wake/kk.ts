import words from '#lib/words/board.kk.ts'
import { wake } from './wake.ts'

wake(words)
