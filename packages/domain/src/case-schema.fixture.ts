/**
 * What CASE 1.1 promises of its answers, as JSON Schema: names, which are required, and of what type, written down from the
 * standard's own lists and not from what we send. Nothing else may be there: a name that we misspell is found.
 */
type Schema = Readonly<Record<string, unknown>>

const text: Schema = { type: 'string', minLength: 1 }
const words: Schema = { type: 'string' }
const uuid: Schema = { type: 'string', format: 'uuid' }
const uri: Schema = { type: 'string', format: 'uri' }
const moment: Schema = { type: 'string', format: 'date-time' }
const day: Schema = { type: 'string', format: 'date' }
const whole: Schema = { type: 'integer', minimum: -2_147_483_648, maximum: 2_147_483_647 }
const number: Schema = { type: 'number' }
const list = (items: Schema): Schema => ({ type: 'array', items })
const some = (items: Schema): Schema => ({ ...list(items), minItems: 1 })
const only = (required: Record<string, Schema>, optional: Record<string, Schema> = {}): Schema => ({
  type: 'object',
  properties: { ...required, ...optional },
  required: Object.keys(required),
  additionalProperties: false,
})

/** Ours begin with `ext:`, as the standard asks of whoever adds to it. */
const extensions: Schema = { type: 'object', propertyNames: { pattern: '^ext:' } }
const linkUri = only({ title: words, identifier: uuid, uri })
/** Only at the ends of an association: whatever names the thing over there. */
const linkGenUri = only(
  { title: words, identifier: text, uri },
  { targetType: { type: 'string', pattern: '^(CASE|ext:[A-Za-z0-9.\\-_]+)$' } },
)
const associationType: Schema = {
  type: 'string',
  pattern:
    '^(isChildOf|isPeerOf|isPartOf|exactMatchOf|precedes|isRelatedTo|replacedBy|exemplar|hasSkillLevel|isTranslationOf|ext:[A-Za-z0-9.\\-_]+)$',
}
const adoptionStatus: Schema = { enum: ['Private Draft', 'Draft', 'Adopted', 'Deprecated'] }
const entry = { identifier: uuid, uri, lastChangeDateTime: moment }
const subjects = { subject: list(words), subjectURI: list(linkUri) }
const times = { statusStartDate: day, statusEndDate: day }

const documentRequired = { ...entry, creator: text, title: text }
const documentOptional = {
  ...{ frameworkType: words, caseVersion: { const: '1.1' }, officialSourceURL: uri, publisher: words, description: words },
  ...{ language: words, version: words, adoptionStatus, licenseURI: linkUri, notes: words, extensions },
  ...subjects,
  ...times,
}
const itemRequired = { ...entry, fullStatement: text }
const itemOptional = {
  ...{ alternativeLabel: words, CFItemType: words, CFItemTypeURI: linkUri, humanCodingScheme: words, listEnumeration: words },
  ...{ abbreviatedStatement: words, conceptKeywords: list(words), conceptKeywordsURI: linkUri, notes: words, language: words },
  ...{ educationLevel: list(words), licenseURI: linkUri, extensions },
  ...subjects,
  ...times,
}
const associationRequired = { ...entry, associationType, originNodeURI: linkGenUri, destinationNodeURI: linkGenUri }
const associationOptional = { sequenceNumber: whole, CFAssociationGroupingURI: linkUri, notes: words, extensions }

const criterionLevel = only(entry, {
  ...{ description: words, quality: words, score: number, feedback: words, position: whole, rubricCriterionId: uuid, extensions },
})
const criterion = only(entry, {
  ...{ category: words, description: words, CFItemURI: linkUri, weight: number, position: whole, rubricId: uuid, extensions },
  CFRubricCriterionLevels: list(criterionLevel),
})
export const CFRubric = only(entry, { title: words, description: words, CFRubricCriteria: list(criterion), extensions })

export const CFLicense = only({ ...entry, title: text, licenseText: text }, { description: words, extensions })
const described = { ...entry, title: text, description: words }
const CFItemType = only({ ...described, hierarchyCode: words }, { typeCode: words, extensions })
export const CFItemTypeSet = only({ CFItemTypes: some(CFItemType) })
const CFDefinitions = only(
  {},
  {
    CFConcepts: list(only({ ...entry, title: text, hierarchyCode: words }, { keywords: words, description: words, extensions })),
    CFSubjects: list(only({ ...described, hierarchyCode: words }, { extensions })),
    CFLicenses: list(CFLicense),
    CFItemTypes: list(CFItemType),
    CFAssociationGroupings: list(only({ ...entry, title: text }, { description: words, extensions })),
    extensions,
  },
)

export const CFPackage = only(
  { CFDocument: only(documentRequired, documentOptional) },
  {
    CFItems: list(only(itemRequired, itemOptional)),
    CFAssociations: list(only(associationRequired, associationOptional)),
    CFDefinitions,
    CFRubrics: list(CFRubric),
    extensions,
  },
)

/** Alone, each also says what it stands in. */
export const CFDocument = only({ ...documentRequired, CFPackageURI: linkUri }, documentOptional)
export const CFDocumentSet = only({ CFDocuments: some(CFDocument) })
export const CFItem = only({ ...itemRequired, CFDocumentURI: linkUri }, itemOptional)
export const CFAssociation = only(associationRequired, { ...associationOptional, CFDocumentURI: linkUri })
/** As in a package: what they stand in is said of the item. */
export const CFAssociationSet = only({ CFItem, CFAssociations: some(only(associationRequired, associationOptional)) })

/** How a no is said. */
export const imsxStatusInfo = only(
  {
    imsx_codeMajor: { enum: ['success', 'processing', 'failure', 'unsupported'] },
    imsx_severity: { enum: ['status', 'warning', 'error'] },
  },
  {
    imsx_description: words,
    imsx_codeMinor: only({
      imsx_codeMinorField: some(
        only({
          imsx_codeMinorFieldName: text,
          imsx_codeMinorFieldValue: {
            enum: [
              ...['fullsuccess', 'invalid_sort_field', 'invalid_selection_field', 'forbidden', 'unauthorisedrequest'],
              ...['internal_server_error', 'unknownobject', 'server_busy', 'invalid_uuid'],
            ],
          },
        }),
      ),
    }),
  },
)
