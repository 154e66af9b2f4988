import exhibition from '../exhibition/words.kk.ts'
import final from '../final/words.kk.ts'
import judge from '../judge/words.kk.ts'
import result from '../result/words.kk.ts'
import stand from '../stand/words.kk.ts'
import trail from '../trail/words.kk.ts'
import visitor from '../visitor/words.kk.ts'

export default { exhibition, final, judge, result, stand, trail, visitor }
