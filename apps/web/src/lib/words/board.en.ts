import board from '../board/words.en.ts'
import common from '../common/words.en.ts'

export default { board, common }
