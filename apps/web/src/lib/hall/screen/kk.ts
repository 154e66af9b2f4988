import words from '../words.kk.ts'
import { walkScreen } from '../screen.ts'

walkScreen(words.screen)
