import type { RevokeWhy } from '@sheber/contract/badge'
import type ru from './words.ru.ts'

const revoked: Record<RevokeWhy, string> = {
  mistake: 'қате берілген',
  evidence: 'дәлелдері енді күшінде емес',
  asked: 'өзіңіз сұрадыңыз',
}

export default {
  title: 'Жаңалықтар',
  none: 'Әзірге ештеңе болған жоқ',
  noneWhy: 'Сізге қатысты нәрсенің бәрі осында шығады: жауаптар, пікірлер, шақырулар.',
  fresh: 'жаңа',
  lines: {
    'team.joined': (by, about) => (by ? `${by} сізді «${about}» командасына қосты` : `Сіз «${about}» командасындасыз`),
    'team.left': (by, about) => (by ? `${by} сізді «${about}» командасынан шығарды` : `Сіз енді «${about}» командасында емессіз`),
    'comment.mentioned': (by, about) => `${by} «${about}» тақтасында сізді атады`,
    'comment.answered': (by, about) => `${by} «${about}» тақтасында сіз қатысқан талқыға жауап берді`,
    'portfolio.changed': (by, about) => `${by} «${about}» портфолиосының авторларын өзгертті`,
    'acceptance.proposed': (by, about) => `${by} оқушының жұмысын растады, оны есепке алуға болады (${about})`,
    'acceptance.asked': (by, about) => `${by} (${about}) жазбаңызды есепке алу үшін мектепке ашуыңызды сұрайды`,
    'acceptance.withdrawn': (by, about) => `${by} (${about}) жұмысыңызды есептен шығарды`,
    'acceptance.accepted': (by, about) => `${by} (${about}) дәлеліңізді мектепте есепке алды`,
    'evidence.disputed': (by, about) => `${by} пікірмен келіспейді, портфолио иесі: ${about}`,
    'badge.earned': (_, about) => `Бәрі расталды, төсбелгі беруге болады: ${about}`,
    'badge.revoked': (by, about, why = 'mistake') => `${by} «${about}» төсбелгіңізді қайтарып алды: ${revoked[why]}`,
    'badge.issued': (by, about) => `Сізде жаңа «${about}» төсбелгісі бар. Берген: ${by}`,
    'review.asked': (by, about) => `${by} пікір сұрайды, жұмыс иесі: ${about}`,
    'review.reviewed': (by, about) => `${by} «${about}» портфолиосына пікір берді`,
    'review.noted': (by, about) => `${by} «${about}» портфолиосындағы жұмыс туралы жазды`,
    'review.replied': (by, about) => `${by} пікіріңізге жауап берді, портфолио иесі: ${about}`,
    'result.reported': (_, about) => `Көрме қорытындысы: «${about}» есебі, марапаттары және сертификаттары`,
    'guardian.added': (by, about) => `${by} сізді заңды өкіл ретінде жазды: ${about}`,
    'exhibition.called': (_, about) => `Өтінім қабылдау басталды: ${about}`,
    'stand.reminded': (_, about) => `«${about}» өтінімі басталған, бірақ жіберілмеген: қабылдау мерзімін тексеріңіз`,
    'stand.offered': (by, about) => `Көрмеге жаңа өтінім: «${about}» (${by})`,
    'stand.welcomed': (by, about) => `«${about}» жобасы көрмеге қабылданды (${by})`,
    'stand.answered': (by, about) => `${by} «${about}» өтінімін қайтарды: түзету керек`,
    'stand.dropped': (by, about) => `«${about}» стенді көрмеден алынды (${by})`,
    'visitor.queued': (_, about) => `Келушінің сұрағы сіздің шешіміңізді күтіп тұр: «${about}»`,
    'visitor.passed': (by, about) => `${by} «${about}» стендіне келген сұрақты бетке шығарды, жауап беруге болады`,
    'judge.invited': (by, about) => `${by} сізді қазылар алқасына шақырады: ${about}`,
    'judge.asked': (_, about) => `Қай жұмыстар күштірек екенін таңдаңыз: ${about}`,
    'guardian.shown': (_, about) => `Сізге жаңа жазбалар ашылды, портфолио иесі: ${about}`,
    'guardian.published': (by, about) => `${by} жазбаларды бәріне ашық бетке шығарды. Авторлардың бірі: ${about}`,
  },
} satisfies typeof ru
