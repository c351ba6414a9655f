// CSV, as csv-parse reads it when told to accept nothing but RFC 4180's line ends: a byte order mark would be part of the first column's name.
import { parse } from 'csv-parse/sync'
import { buffer } from 'node:stream/consumers'

const [columns, ...rows] = parse(await buffer(process.stdin), { record_delimiter: '\r\n' })
console.log(JSON.stringify({ columns, rows: rows.map(row => Object.fromEntries(row.map((cell, index) => [columns[index], cell]))) }))
