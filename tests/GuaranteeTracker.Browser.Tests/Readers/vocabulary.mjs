// A published vocabulary as its npm package holds it: which classes and properties there are, and what a property may join.
const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#', rdfs = 'http://www.w3.org/2000/01/rdf-schema#'
const factory = {
  namedNode: value => value, blankNode: value => `_:${value}`, literal: value => value,
  quad: (subject, predicate, object) => ({ subject, predicate, object }),
}

export const type = `${rdf}type`

// domain, range: the properties that say so; a property without one may join anything.
export function read(vocabulary, { domain = `${rdfs}domain`, range = `${rdfs}range` } = {}) {
  const objects = new Map(), key = (subject, predicate) => `${subject} ${predicate}`
  for (const { subject, predicate, object } of vocabulary({ factory })) {
    objects.set(key(subject, predicate), [...objects.get(key(subject, predicate)) ?? [], object])
  }

  const of = (subject, predicate) => objects.get(key(subject, predicate)) ?? []
  const above = name => [name, ...of(name, `${rdfs}subClassOf`).flatMap(above)]
  return {
    has: name => of(name, type).length > 0,
    domain: name => of(name, domain),
    range: name => of(name, range),
    fits: (classes, wanted) => wanted.length === 0 || classes.flatMap(above).some(name => wanted.includes(name)),
  }
}

// The classes of every node in RDF as jsonld.js has it.
export const classes = quads => node => quads.filter(quad => quad.subject.value === node.value && quad.predicate.value === type).map(quad => quad.object.value)
