import words from '../words.ru.ts'
import { walkScreen } from '../screen.ts'

walkScreen(words.screen)
