import exhibition from '../exhibition/words.ru.ts'
import final from '../final/words.ru.ts'
import judge from '../judge/words.ru.ts'
import result from '../result/words.ru.ts'
import stand from '../stand/words.ru.ts'
import trail from '../trail/words.ru.ts'
import visitor from '../visitor/words.ru.ts'

export default { exhibition, final, judge, result, stand, trail, visitor }
