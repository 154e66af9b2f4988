import exhibition from '../exhibition/words.en.ts'
import final from '../final/words.en.ts'
import judge from '../judge/words.en.ts'
import result from '../result/words.en.ts'
import stand from '../stand/words.en.ts'
import trail from '../trail/words.en.ts'
import visitor from '../visitor/words.en.ts'

export default { exhibition, final, judge, result, stand, trail, visitor }
