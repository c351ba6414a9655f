// A Web Annotation, held against the MUSTs of https://www.w3.org/TR/annotation-model/ by ajv, and, expanded by jsonld.js, against the vocabulary
// that the W3C publishes. Nothing is asked of the network: the context below tells of the terms that may occur what that of the W3C tells of them.
import Ajv from 'ajv'
import jsonld from 'jsonld'
import oaVocabulary from '@vocabulary/oa'
import { buffer } from 'node:stream/consumers'
import { classes, read, type } from './vocabulary.mjs'

const iri = { type: 'string', pattern: '^[a-z][a-z0-9+.-]*:[^\\s<>"{}|\\\\^`]+$' }
const instant = { type: 'string', pattern: '^-?\\d{4,}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z$' }
const oneOrMore = item => ({ anyOf: [item, { type: 'array', minItems: 1, items: item }] })
const motivations = ['assessing', 'bookmarking', 'classifying', 'commenting', 'describing', 'editing', 'highlighting', 'identifying', 'linking', 'moderating', 'questioning', 'replying', 'tagging']
const one = (name, rest) => ({ type: 'object', required: ['type', ...rest.required], properties: { type: { const: name }, ...rest.properties }, additionalProperties: false })
const motivation = { enum: motivations }
const selector = {
  oneOf: [
    one('TextQuoteSelector', { required: ['exact'], properties: { exact: { type: 'string', minLength: 1 }, prefix: { type: 'string' }, suffix: { type: 'string' } } }),
    one('TextPositionSelector', { required: ['start', 'end'], properties: { start: { type: 'integer', minimum: 0 }, end: { type: 'integer', minimum: 0 } } }),
  ],
}
const specific = one('SpecificResource', { required: ['source'], properties: { source: iri, scope: iri, purpose: oneOrMore(motivation), selector: oneOrMore(selector) } })
const textual = one('TextualBody', { required: ['value'], properties: { value: { type: 'string' }, format: { type: 'string' }, language: { type: 'string' }, purpose: oneOrMore(motivation) } })
const shape = {
  type: 'object',
  required: ['@context', 'id', 'type', 'target'],
  not: { required: ['body', 'bodyValue'] },
  properties: {
    '@context': { const: 'http://www.w3.org/ns/anno.jsonld' }, id: iri, type: { const: 'Annotation' }, motivation: oneOrMore(motivation), created: instant, modified: instant,
    generator: one('Software', { required: ['id'], properties: { id: iri, name: { type: 'string' } } }), body: oneOrMore({ oneOf: [textual, specific] }), target: oneOrMore(specific),
  },
  additionalProperties: false,
}

const oa = 'http://www.w3.org/ns/oa#', xsd = 'http://www.w3.org/2001/XMLSchema#'
const to = (name, coerced) => ({ '@id': name, '@type': coerced })
const context = {
  '@context': {
    id: '@id', type: '@type', oa, xsd, dc: 'http://purl.org/dc/elements/1.1/', dcterms: 'http://purl.org/dc/terms/', as: 'http://www.w3.org/ns/activitystreams#',
    foaf: 'http://xmlns.com/foaf/0.1/', rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
    ...Object.fromEntries(['Annotation', 'TextualBody', 'SpecificResource', 'TextQuoteSelector', 'TextPositionSelector', ...motivations].map(name => [name, oa + name])), Software: 'as:Application',
    body: to('oa:hasBody', '@id'), target: to('oa:hasTarget', '@id'), source: to('oa:hasSource', '@id'), selector: to('oa:hasSelector', '@id'), scope: to('oa:hasScope', '@id'),
    motivation: to('oa:motivatedBy', '@vocab'), purpose: to('oa:hasPurpose', '@vocab'), exact: 'oa:exact', prefix: 'oa:prefix', suffix: 'oa:suffix',
    start: to('oa:start', 'xsd:nonNegativeInteger'), end: to('oa:end', 'xsd:nonNegativeInteger'), created: to('dcterms:created', 'xsd:dateTime'), modified: to('dcterms:modified', 'xsd:dateTime'),
    generator: to('as:generator', '@id'), value: 'rdf:value', format: 'dc:format', language: 'dc:language', name: 'foaf:name',
  },
}
const options = {
  safe: true, // what would be lost is an error
  documentLoader: async url => {
    if (url !== 'http://www.w3.org/ns/anno.jsonld') throw new Error(`A context that nobody knows: ${url}`)
    return { contextUrl: null, documentUrl: url, document: context }
  },
}

const document = JSON.parse((await buffer(process.stdin)).toString())
const ajv = new Ajv({ allErrors: true, strictRequired: false, unicodeRegExp: true })
if (!ajv.validate(shape, document)) {
  console.log(JSON.stringify({ complaints: ajv.errors.map(error => `${error.instancePath} ${error.message}`) }))
  process.exit()
}

const quads = await jsonld.toRDF(document, options)
const [vocabulary, of] = [read(oaVocabulary), classes(quads)]

function* complaints() {
  for (const { subject, predicate, object } of quads) {
    const property = predicate.value
    if (property === type ? object.value.startsWith(oa) && !vocabulary.has(object.value) : property.startsWith(oa) && !vocabulary.has(property)) yield `${property} ${object.value}: no such word.`
    if (property.startsWith(oa)) {
      if (!vocabulary.fits(of(subject), vocabulary.domain(property))) yield `${property} is not said of ${of(subject)}.`
      const kinds = object.termType === 'Literal' ? [object.datatype.value] : vocabulary.has(object.value) && property.match(/#(motivatedBy|hasPurpose)$/) ? [`${oa}Motivation`] : of(object)
      if (!vocabulary.fits(kinds, vocabulary.range(property))) yield `${property} is never ${kinds}.`
    }
  }
}

console.log(JSON.stringify({ complaints: [...new Set(complaints())], triples: quads.length, expanded: await jsonld.expand(document, options) }))
