import words from '#lib/words/board.ru.ts'
import { wake } from './wake.ts'

wake(words)
