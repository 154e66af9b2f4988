import words from '../words.en.ts'
import { walkScreen } from '../screen.ts'

void walkScreen(words.screen)
