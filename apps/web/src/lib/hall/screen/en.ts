import words from '../words.en.ts'
import { walkScreen } from '../screen.ts'

walkScreen(words.screen)
