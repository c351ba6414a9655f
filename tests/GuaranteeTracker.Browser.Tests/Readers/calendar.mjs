// iCalendar, as ical.js reads it: the properties of the calendar and of its events, each with its type and values, dates in ISO 8601.
import ICAL from 'ical.js'
import { buffer } from 'node:stream/consumers'

const calendar = new ICAL.Component(ICAL.parse((await buffer(process.stdin)).toString()))
const properties = of => Object.fromEntries(of.getAllProperties().map(each => [each.name, { type: each.type, values: each.getValues().map(String) }]))
console.log(JSON.stringify({ name: calendar.name, ...properties(calendar), events: calendar.getAllSubcomponents('vevent').map(properties) }))
