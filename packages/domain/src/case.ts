import { linkKinds, type Draft, type FrameworkState, type LinkKind, type Said } from '@sheber/contract/framework'
import { languages, type Language } from '@sheber/contract/words'
import { inLanguage } from './framework.ts'

/**
 * A framework as a package of 1EdTech's CASE 1.1 (Competencies and Academic Standards Exchange): names are the standard's.
 * Sheber follows its data model; nobody has certified that.
 *
 * CASE knows one language an item. What is said in others stands beside it as items of their own, `isTranslationOf` the
 * first. Levels are a rubric: one criterion without an item for what is true of all, one more for each competency that has
 * words of its own. Translations of levels, for which the standard has no place, are in `extensions`.
 */
export const caseVersion = '1.1'
export const casePath = '/ims/case/v1p1'

export interface LinkUri {
  readonly title: string
  readonly identifier: string
  readonly uri: string
}
export interface LinkGenUri extends LinkUri {
  readonly targetType?: string
}

interface Entry {
  readonly identifier: string
  readonly uri: string
  readonly lastChangeDateTime: string
}
export interface CFDocument extends Entry {
  readonly creator: string
  readonly title: string
  readonly caseVersion: string
  readonly frameworkType?: string
  readonly description?: string
  readonly language: string
  readonly version?: string
  readonly adoptionStatus: string
  readonly licenseURI?: LinkUri
  readonly notes?: string
  readonly extensions?: Readonly<Record<string, unknown>>
}
export interface CFItem extends Entry {
  readonly fullStatement: string
  readonly humanCodingScheme?: string
  readonly CFItemType?: string
  readonly CFItemTypeURI?: LinkUri
  readonly language: string
  readonly statusEndDate?: string
}
export interface CFAssociation extends Entry {
  readonly associationType: string
  readonly originNodeURI: LinkGenUri
  readonly destinationNodeURI: LinkGenUri
  readonly sequenceNumber?: number
}
export interface CFRubricCriterionLevel extends Entry {
  readonly description: string
  readonly quality: string
  readonly score: number
  readonly position: number
  readonly rubricCriterionId: string
  readonly extensions?: Readonly<Record<string, unknown>>
}
export interface CFRubricCriterion extends Entry {
  readonly category?: string
  readonly CFItemURI?: LinkUri
  readonly position: number
  readonly rubricId: string
  readonly CFRubricCriterionLevels: readonly CFRubricCriterionLevel[]
}
export interface CFRubric extends Entry {
  readonly title: string
  readonly CFRubricCriteria: readonly CFRubricCriterion[]
}
export interface CFLicense extends Entry {
  readonly title: string
  readonly licenseText: string
}
/** `hierarchyCode`: where in the tree it stands, from the top. */
export interface CFItemType extends Entry {
  readonly title: string
  readonly description: string
  readonly hierarchyCode: string
}
export interface CFPackage {
  readonly CFDocument: CFDocument
  readonly CFItems: readonly CFItem[]
  readonly CFAssociations: readonly CFAssociation[]
  readonly CFDefinitions: { readonly CFLicenses?: readonly CFLicense[]; readonly CFItemTypes?: readonly CFItemType[] }
  readonly CFRubrics: readonly CFRubric[]
}

/** What the package calls "in use"; a draft is nobody's to lean on. */
const adoption: Readonly<Record<FrameworkState, string>> = { draft: 'Draft', published: 'Adopted', retired: 'Deprecated' }

/** What stands at the top of a framework, and what stands below; each framework names them itself. */
export const itemTypes = [
  { title: 'Area', description: 'Holds competencies.', hierarchyCode: '1' },
  { title: 'Competency', description: 'What somebody shows on a level.', hierarchyCode: '2' },
] as const
export const itemTypeParts: readonly string[] = itemTypes.map(({ title }) => `type ${title}`)

export const ourExtension = 'ext:sheber'

/** By what an association without a name of its own is derived from what it begins at; twice derived is the first name again. */
export const associationParts: readonly string[] = [
  'isChildOf',
  'replacedBy',
  ...languages.map((language) => `isTranslationOf ${language}`),
]

/**
 * The name of something that belongs to a thing with a name of its own, and has none itself: always the same, so that a
 * package that is fetched again says the same. It is the first name with its first digits turned by `part`.
 */
export const derivedId = (id: string, part: string): string => {
  const turn = [...part].reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) >>> 0, 7)
  const first = (Number.parseInt(id.slice(0, 8), 16) ^ turn) >>> 0
  return first.toString(16).padStart(8, '0') + id.slice(8)
}

export interface Packed {
  readonly id: string
  readonly state: FrameworkState
  readonly draft: Draft
  readonly replacedBy: string | null
  readonly creator: string
  /** ISO 8601. */
  readonly changedAt: string
}

/** The language in which most of it is said: that of the items themselves. */
export const firstLanguage = ({ title, competencies }: Draft): Language => {
  const count = (language: Language) =>
    [title, ...competencies.map((one) => one.title)].filter((said) => said[language].trim() !== '').length
  return [...languages].sort((a, b) => count(b) - count(a))[0] ?? 'ru'
}

const others = (said: Said, first: Language): readonly Language[] => languages.filter((one) => one !== first && said[one].trim() !== '')

/** `base`: the address of this installation, without a slash at its end. */
export const packageOf = ({ id, state, draft, replacedBy, creator, changedAt }: Packed, base: string): CFPackage => {
  const first = firstLanguage(draft)
  const at = (kind: string, identifier: string) => `${base}${casePath}/${kind}/${identifier}`
  const entry = (kind: string, identifier: string): Entry => ({ identifier, uri: at(kind, identifier), lastChangeDateTime: changedAt })
  const say = (said: Said) => inLanguage(said, first)
  const itemLink = (identifier: string, title: string): LinkGenUri => ({
    title,
    identifier,
    uri: at('CFItems', identifier),
    targetType: 'CASE',
  })
  const documentLink = { title: say(draft.title), identifier: id, uri: at('CFDocuments', id), targetType: 'CASE' }
  const names = new Map(draft.competencies.map((one) => [one.id, say(one.title)]))
  const link = (identifier: string) => itemLink(identifier, names.get(identifier) ?? '')

  const types = itemTypes.map((type): CFItemType => ({ ...entry('CFItemTypes', derivedId(id, `type ${type.title}`)), ...type }))
  const typeOf = (title: (typeof itemTypes)[number]['title']) => {
    const type = types.find((one) => one.title === title)
    return { CFItemType: title, ...(type && { CFItemTypeURI: { title, identifier: type.identifier, uri: type.uri } }) }
  }
  const items: CFItem[] = []
  const associations: CFAssociation[] = []
  const associate = (identifier: string, associationType: string, origin: LinkGenUri, destination: LinkGenUri, sequenceNumber?: number) =>
    associations.push({
      ...entry('CFAssociations', identifier),
      associationType,
      originNodeURI: origin,
      destinationNodeURI: destination,
      ...(sequenceNumber !== undefined && { sequenceNumber }),
    })

  const places = new Map<string | null, number>()
  for (const one of draft.competencies) {
    const place = (places.get(one.parentId) ?? 0) + 1
    places.set(one.parentId, place)
    const common = {
      ...(one.code !== '' && { humanCodingScheme: one.code }),
      ...typeOf(one.parentId === null ? 'Area' : 'Competency'),
      ...(one.retired && { statusEndDate: changedAt.slice(0, 10) }),
    }
    items.push({ ...entry('CFItems', one.id), fullStatement: say(one.title), language: first, ...common })
    // The child is the origin; what stands at the top is a child of the document.
    associate(derivedId(one.id, 'isChildOf'), 'isChildOf', link(one.id), one.parentId === null ? documentLink : link(one.parentId), place)
    for (const language of others(one.title, first)) {
      const translated = derivedId(one.id, language)
      items.push({ ...entry('CFItems', translated), fullStatement: one.title[language], language, ...common })
      associate(
        derivedId(one.id, `isTranslationOf ${language}`),
        'isTranslationOf',
        itemLink(translated, one.title[language]),
        link(one.id),
      )
    }
    if (one.replacedBy !== null) associate(derivedId(one.id, 'replacedBy'), 'replacedBy', link(one.id), link(one.replacedBy))
  }
  for (const { id: linkId, from, kind, to } of draft.links) {
    const destination = to.id !== null && names.has(to.id) ? link(to.id) : foreign(to, at)
    associate(linkId, kind, link(from), destination)
  }
  if (replacedBy !== null)
    associate(derivedId(id, 'replacedBy'), 'replacedBy', documentLink, {
      title: say(draft.title),
      identifier: replacedBy,
      uri: at('CFDocuments', replacedBy),
      targetType: 'CASE',
    })

  const licence = { ...entry('CFLicenses', derivedId(id, 'licence')), title: draft.licence, licenseText: draft.licence }
  const extra = {
    title: draft.title,
    description: draft.description,
    rollup: draft.rollup,
  }
  return {
    CFDocument: {
      ...entry('CFDocuments', id),
      creator,
      title: say(draft.title),
      frameworkType: 'Competency framework',
      caseVersion,
      language: first,
      ...(say(draft.description) !== '' && { description: say(draft.description) }),
      ...(draft.version !== '' && { version: draft.version }),
      adoptionStatus: adoption[state],
      ...(draft.licence !== '' && { licenseURI: { title: draft.licence, identifier: licence.identifier, uri: licence.uri } }),
      ...(draft.attribution !== '' && { notes: draft.attribution }),
      extensions: { [ourExtension]: extra },
    },
    CFItems: items,
    CFAssociations: associations,
    CFDefinitions: { ...(items.length > 0 && { CFItemTypes: types }), ...(draft.licence !== '' && { CFLicenses: [licence] }) },
    CFRubrics: draft.levels.length === 0 ? [] : [rubricOf(id, draft, first, entry, link)],
  }
}

const foreign = ({ id, uri, title }: Draft['links'][number]['to'], at: (kind: string, id: string) => string): LinkGenUri => ({
  title,
  identifier: id ?? uri ?? '',
  uri: uri ?? at('CFItems', id ?? ''),
  ...(id !== null && { targetType: 'CASE' }),
})

const rubricOf = (
  frameworkId: string,
  draft: Draft,
  first: Language,
  entry: (kind: string, identifier: string) => Entry,
  link: (id: string) => LinkUri,
): CFRubric => {
  const rubricId = derivedId(frameworkId, 'rubric')
  const criterion = (identifier: string, of: string | null, position: number, textOf: (levelId: string) => Said): CFRubricCriterion => ({
    ...entry('CFRubrics', identifier),
    ...(of === null ? { category: 'Levels' } : { CFItemURI: withoutType(link(of)) }),
    position,
    rubricId,
    CFRubricCriterionLevels: draft.levels.flatMap(({ id, title }, at) => {
      const text = textOf(id)
      if (of !== null && inLanguage(text, first) === '') return []
      return {
        ...entry('CFRubrics', of === null ? id : derivedId(of, `level ${id}`)),
        description: inLanguage(text, first),
        quality: inLanguage(title, first),
        score: at + 1,
        position: at + 1,
        rubricCriterionId: identifier,
        extensions: { [ourExtension]: of === null ? { quality: title, description: text } : { description: text } },
      }
    }),
  })
  const own = draft.competencies.filter(({ descriptors }) => descriptors.length > 0)
  const general = new Map(draft.levels.map(({ id, text }) => [id, text]))
  const nothing: Said = { kk: '', ru: '', en: '' }
  return {
    ...entry('CFRubrics', rubricId),
    title: inLanguage(draft.title, first),
    CFRubricCriteria: [
      criterion(derivedId(frameworkId, 'levels'), null, 1, (levelId) => general.get(levelId) ?? nothing),
      ...own.map(({ id, descriptors }, at) =>
        criterion(derivedId(id, 'criterion'), id, at + 2, (levelId) => descriptors.find((one) => one.levelId === levelId)?.text ?? nothing),
      ),
    ],
  }
}

const withoutType = ({ title, identifier, uri }: LinkUri): LinkUri => ({ title, identifier, uri })

/** Links that a draft keeps as such; `isChildOf`, `isTranslationOf` and `replacedBy` have places of their own in it. */
export const linkKindOf = (associationType: string): LinkKind | null => linkKinds.find((kind) => kind === associationType) ?? null
