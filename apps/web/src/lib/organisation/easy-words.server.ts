import type { Language } from '@sheber/contract/words'

/**
 * Words for passwords that somebody reads off a slip of paper and types on an old laptop: short, concrete, kind, and without
 * letters that come in two spellings (й, ё) or are missing from a Russian keyboard (the Kazakh ones).
 */
const lists = {
  kk: `
    алма алмас аспан арал арна арша ара алау арман арыстан атан ауыл апорт балапан балта балауса бал барыс бастау бота бура бор дала
    дана дарын домбыра доп дос емен есеп жалын жаз жар жарыс жасыл жидек жол жота жел желкен жер жусан зымыран ине кеме керуен кесе
    кереге керемет лашын марал маржан мереке мектеп мерген нан нар наурыз орман орда отау парта пияз ракета робот сабан самал саз
    сазан сурет сусар самаурын сапар суыр тал тас тау терек тамыр талап тарлан тары тор шар шана шатыр шапан шахмат шебер шелек
    шырша шырын шам шие ыдыс ырыс
  `,
  ru: `
    арбуз аист багаж барабан белка берег билет ветка весло весна ветер вишня волна ворота галка гвоздь глобус гора горох город
    гранит гриб груша дерево диван дорога енот жираф жук забор закат замок зебра зерно зима золото игла изба ирис кабан каша карта
    катер кедр кино кит клен клубок книга колесо компас костер кубик лампа лебедь лес лимон липа лист лодка лопата луна лыжи малина
    маяк мед мост море мотор мяч небо нота облако озеро окно олень орех орел остров парус перо песок пирог поле поляна поезд птица
    пчела радуга ракета река роза роща рыба сад сани сахар свет сирень слива слон снег сова сокол сосна степь стол сумка сыр тетрадь
    тигр тополь трава туман тыква узор улитка утка утро фонарь флаг хлеб холм цапля цветок часы шар шарф шишка экран юрта яблоко
    якорь ящик
  `,
  en: `
    apple anchor arrow autumn badger balloon banana barrel basket beach bear bell berry boat book bottle branch bread bridge button
    cabin camel candle canoe carrot castle cat cedar chalk cheese cherry circle clock cloud coat comet copper corn cotton cradle
    crane cup desert dolphin door drum eagle earth engine falcon feather fern field finger fish flag flame flute forest fox garden
    ginger glass globe gold grape grass guitar hammer harbor hill honey horse island jacket kettle kite ladder lake lamp lemon lion
    maple marble meadow melon mirror moon motor mountain needle ocean olive onion orange otter owl paper parrot pencil piano pine
    planet plum pocket pony potato rabbit rain river robot rocket rose sail salmon shell silver snow spoon spring star stone summer
    sun table tiger tower train tree tulip tunnel valley violin wagon walnut water whale wheel willow window winter wood
  `,
} satisfies { [L in Language]: string }

const split = (list: string): readonly string[] => list.trim().split(/\s+/)

export const easyWords: { readonly [L in Language]: readonly string[] } = {
  kk: split(lists.kk),
  ru: split(lists.ru),
  en: split(lists.en),
}
