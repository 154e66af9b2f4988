import words from '../words.ru.ts'
import { walkScreen } from '../screen.ts'

void walkScreen(words.screen)
