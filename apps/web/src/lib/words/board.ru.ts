import board from '../board/words.ru.ts'
import common from '../common/words.ru.ts'

export default { board, common }
