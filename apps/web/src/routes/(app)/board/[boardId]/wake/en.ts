import words from '#lib/words/board.en.ts'
import { wake } from './wake.ts'

wake(words)
