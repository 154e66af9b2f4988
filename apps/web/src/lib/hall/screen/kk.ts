import words from '../words.kk.ts'
import { walkScreen } from '../screen.ts'

void walkScreen(words.screen)
