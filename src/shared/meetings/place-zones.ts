/** Time zones by the names of cities: those that the zones bear, and seats of governments and organisations that have none of their own. */
import { fold } from '../text/fold.ts'

/** IANA zone → cities whose clocks it gives and whose name it does not bear, and how its own city is called in Russian. */
const CITIES: Readonly<Record<string, readonly string[]>> = {
  'Asia/Almaty': ['Astana', 'Nur-Sultan', 'Астана', 'Алматы'],
  'Europe/Zurich': ['Geneva', 'Bern', 'Женева', 'Берн', 'Цюрих'],
  'America/New_York': ['Washington', 'Нью-Йорк', 'Вашингтон'],
  'America/Toronto': ['Ottawa', 'Оттава'],
  'America/Sao_Paulo': ['Brasilia', 'Бразилиа'],
  'Asia/Ashgabat': ['Ашхабад', 'Ашгабат'],
  'Asia/Baku': ['Баку'],
  'Asia/Bishkek': ['Бишкек'],
  'Asia/Calcutta': ['New Delhi', 'Delhi', 'Kolkata', 'Дели', 'Нью-Дели'],
  'Asia/Dubai': ['Abu Dhabi', 'Абу-Даби', 'Дубай'],
  'Asia/Dushanbe': ['Душанбе'],
  'Asia/Karachi': ['Islamabad', 'Исламабад'],
  'Asia/Riyadh': ['Эр-Рияд'],
  'Asia/Saigon': ['Hanoi', 'Ханой'],
  'Asia/Seoul': ['Сеул'],
  'Asia/Shanghai': ['Beijing', 'Пекин', 'Шанхай'],
  'Asia/Singapore': ['Сингапур'],
  'Asia/Tashkent': ['Ташкент'],
  'Asia/Tbilisi': ['Тбилиси'],
  'Asia/Tokyo': ['Токио'],
  'Asia/Ulaanbaatar': ['Улан-Батор'],
  'Asia/Yerevan': ['Ереван'],
  'Australia/Sydney': ['Canberra', 'Канберра'],
  'Europe/Amsterdam': ['The Hague', 'Hague', 'Гаага', 'Амстердам'],
  'Europe/Berlin': ['Bonn', 'Берлин', 'Бонн'],
  'Europe/Brussels': ['Брюссель'],
  'Europe/Chisinau': ['Кишинёв'],
  'Europe/Istanbul': ['Ankara', 'Анкара', 'Стамбул'],
  'Europe/Kiev': ['Kyiv', 'Киев'],
  'Europe/London': ['Лондон'],
  'Europe/Minsk': ['Минск'],
  'Europe/Moscow': ['Saint Petersburg', 'St Petersburg', 'Москва', 'Санкт-Петербург'],
  'Europe/Paris': ['Strasbourg', 'Париж', 'Страсбург'],
  'Europe/Rome': ['Milan', 'Рим'],
  'Europe/Vienna': ['Вена'],
  'Europe/Warsaw': ['Варшава'],
  'Pacific/Auckland': ['Wellington'],
}

/** The words of a name as they are compared: New York, New_York and new-york are the same. */
const wordsOf = (name: string): string =>
  fold(name)
    .replace(/[\s_-]+/gu, ' ')
    .trim()

export interface CityZone {
  readonly zone: string
  /** As it is shown: "New York". */
  readonly city: string
}

let cities: ReadonlyMap<string, CityZone> | undefined

function knownCities(): ReadonlyMap<string, CityZone> {
  if (cities) return cities
  const known = new Map<string, CityZone>()
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    const city = zoneCity(zone)
    if (zone.includes('/') && !zone.startsWith('Etc/')) known.set(wordsOf(city), { zone, city })
  }
  for (const [zone, names] of Object.entries(CITIES)) for (const city of names) known.set(wordsOf(city), { zone, city })
  return (cities = known)
}

/** The city of a zone's name: "New York" of America/New_York. */
export const zoneCity = (zone: string): string => (zone.split('/').at(-1) ?? '').replaceAll('_', ' ')

/** The zone of the first city that a place names between its commas: "Palais des Nations, Geneva". */
export function zoneOfPlace(place: string): CityZone | undefined {
  for (const part of place.split(/[,;()/]/u)) {
    const found = knownCities().get(wordsOf(part))
    if (found) return found
  }
  return undefined
}

/** Cities whose name has words that begin as each of those typed: "new y". */
export function citiesLike(typed: string): CityZone[] {
  const starts = wordsOf(typed).split(/[ /]/u).filter(Boolean)
  return [...knownCities()].flatMap(([name, found]) => {
    const words = name.split(' ')
    return starts.every((start) => words.some((word) => word.startsWith(start))) ? [found] : []
  })
}

/** The zone of this computer's clock. */
export const homeZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone
