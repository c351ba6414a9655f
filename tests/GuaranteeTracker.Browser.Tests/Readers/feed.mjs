// Atom, as feedsmith reads it. What it does not know (RFC 6721's deleted entries) it leaves out.
import { parseAtomFeed } from 'feedsmith'
import { buffer } from 'node:stream/consumers'

const feed = parseAtomFeed((await buffer(process.stdin)).toString())
console.log(JSON.stringify(feed))
