// A Link header, or a body of application/link-format, as http-link-header reads it: one for each relation.
import LinkHeader from 'http-link-header'
import { buffer } from 'node:stream/consumers'

console.log(JSON.stringify(LinkHeader.parse((await buffer(process.stdin)).toString()).refs))
