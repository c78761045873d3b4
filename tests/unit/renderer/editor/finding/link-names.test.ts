import { describe, expect, test } from 'vitest'
import { partedByLinks } from '../../../../../src/renderer/features/editor/finding/link-names.ts'

/** The text with ‹…› around finds of the text and «…» around those in links. */
function parted(body: string, wanted: string): string {
  const found = Array.from(body.matchAll(new RegExp(wanted.replaceAll(/[[\]|()]/g, String.raw`\$&`), 'g')), ({ index }) => ({
    from: index,
    to: index + wanted.length,
  }))
  const { inText, inLinks } = partedByLinks(body, found)
  expect(inText.length + inLinks.length).toBe(found.length)
  let shown = body
  for (const { from, to } of found.toReversed()) {
    const [open, close] = inLinks.some((find) => find.from === from) ? '«»' : '‹›'
    shown = `${shown.slice(0, from)}${open}${shown.slice(from, to)}${close}${shown.slice(to)}`
  }
  return shown
}

describe('a find', () => {
  test('in the name that a link points to is one of a link; in what it shows instead it is text', () => {
    expect(parted('Yerzhan met [[Yerzhan Kazykhanov]].', 'Yerzhan')).toBe('‹Yerzhan› met [[«Yerzhan» Kazykhanov]].')
    expect(parted('[[Yerzhan Kazykhanov|Yerzhan K.]] and Yerzhan', 'Yerzhan')).toBe('[[«Yerzhan» Kazykhanov|‹Yerzhan› K.]] and ‹Yerzhan›')
    expect(parted('[[Annual seminar#The seminar|the seminar]]', 'seminar')).toBe('[[Annual «seminar»#The «seminar»|the ‹seminar›]]')
    expect(parted('![[pic of seminar.png]]', 'seminar')).toBe('![[pic of «seminar».png]]')
  })

  test('of the brackets or the bar means the link itself', () => {
    expect(parted('[[Rex Facer]]', '[[Rex')).toBe('‹[[Rex› Facer]]')
    expect(parted('[[Rex Facer|Rex]]', 'Facer|R')).toBe('[[Rex ‹Facer|R›ex]]')
  })

  test('in an address is one of a link, in its words it is text', () => {
    expect(parted('[the hub](https://hub.org/hub.pdf) of the hub', 'hub')).toBe('[the ‹hub›](https://«hub».org/«hub».pdf) of the ‹hub›')
    expect(parted('See https://hub.org, hub and <https://hub.org>.', 'hub')).toBe('See https://«hub».org, ‹hub› and <https://«hub».org>.')
  })

  test('where nothing links is text, also in code that looks like a link', () => {
    expect(parted('A seminar [on seminar] `[[seminar]]` \\[[seminar]]', 'seminar')).toBe(
      'A ‹seminar› [on ‹seminar›] `[[‹seminar›]]` \\[[‹seminar›]]',
    )
  })
})
