// Holds Ombud's holidays of 2000 to 2100 against those of date-holidays, prints every difference between their public holidays, and ends
// with 1 where there is one. What either says of other days is printed too: Ombud's other classes, and "bank" days of date-holidays.
//
//   node compare.mjs http://127.0.0.1:5080   asks a running Ombud
//   node compare.mjs holidays.jsonl          reads one {"country","date","code","class"} a line

import { readFileSync } from 'node:fs'
import Holidays from 'date-holidays'

const countries = ['NO', 'DK']
const years = Array.from({ length: 101 }, (_, i) => 2000 + i)

// The beginning of a rule of date-holidays, and Ombud's code for the day.
const codes = {
  '01-01': 'new_years_day', 'easter -3': 'maundy_thursday', 'easter -2': 'good_friday', 'easter': 'easter_sunday', 'easter 1': 'easter_monday',
  'easter 26': 'great_prayer_day', 'easter 39': 'ascension_day', 'easter 49': 'whit_sunday', 'easter 50': 'whit_monday', '05-01': 'labour_day',
  '05-17': 'constitution_day', '12-24': 'christmas_eve', '12-25': 'christmas_day', '12-26': 'second_christmas_day', '12-31': 'new_years_eve',
}
const code = ({ rule, name }) => codes[/^(easter( -?\d+)?|\d\d-\d\d)/.exec(rule)?.[0]] ?? `"${name}"`

async function ofOmbud(source) {
  if (!/^https?:/.test(source))
    return readFileSync(source, 'utf8').split('\n').filter(line => line).map(line => JSON.parse(line)).filter(day => years.includes(+day.date.slice(0, 4)))
  const days = []
  for (const country of countries)
    for (const year of years) {
      const answer = await fetch(new URL(`/v1/holidays?country=${country}&year=${year}`, source))
      if (!answer.ok)
        throw new Error(`${country} ${year}: ${answer.status} ${await answer.text()}`)
      days.push(...(await answer.json()).items.map(item => ({ ...item, country })))
    }
  return days
}

const ofDateHolidays = () => countries.flatMap(country => years.flatMap(year => new Holidays(country).getHolidays(year)
  .filter(({ type }) => type === 'public' || type === 'bank')
  .map(day => ({ country, date: day.date.slice(0, 10), code: code(day), class: day.type === 'public' ? 'holiday' : day.type }))))

const isPublic = day => day.class === 'holiday'
const key = day => `${day.country} ${day.date} ${day.code}`

function onlyIn(one, other, side) {
  const known = new Set(other.filter(isPublic).map(key))
  return one.filter(day => isPublic(day) && !known.has(key(day))).map(day => `${key(day)}: only ${side}`)
}

function tellOthers(days, side) {
  const kinds = {}
  for (const day of days.filter(day => !isPublic(day)))
    (kinds[`${day.country} ${day.code} (${day.class})`] ??= []).push(day.date.slice(0, 4))
  for (const [kind, of] of Object.entries(kinds))
    console.log(`  ${side}: ${kind}, ${of.length} times ${of[0]}-${of.at(-1)}`)
}

const source = process.argv[2]
if (!source)
  throw new Error('Where is Ombud? Give its address, or a file with a holiday a line.')
const [ombud, other] = [await ofOmbud(source), ofDateHolidays()]

for (const country of countries)
  console.log(`${country} ${years[0]}-${years.at(-1)}: ${[ombud, other].map(days => days.filter(day => isPublic(day) && day.country === country).length).join(' public holidays in Ombud, ')} in date-holidays`)

const differences = [...onlyIn(ombud, other, 'Ombud'), ...onlyIn(other, ombud, 'date-holidays')].sort()
console.log(`${differences.length} differences`)
for (const difference of differences)
  console.log(`  ${difference}`)

console.log('Days that are no public holidays, which no difference is made of:')
tellOthers(ombud, 'Ombud')
tellOthers(other, 'date-holidays')

process.exitCode = differences.length > 0 ? 1 : 0
