import board from '../board/words.kk.ts'
import common from '../common/words.kk.ts'

export default { board, common }
