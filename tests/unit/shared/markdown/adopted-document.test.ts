import { expect, it } from 'vitest'
import { adoptedDocument, type AdoptedParts } from '../../../../src/shared/markdown/adopted-document.ts'

const MEETING: AdoptedParts = {
  title: 'Steering Committee, 8th session',
  symbol: 'SC/2023/2',
  start: '2023-05-19',
  startTime: '09:30',
  end: '2023-05',
  endTime: '',
  timeZone: 'Asia/Almaty',
  place: 'Astana "Hub"',
  participants: [
    {
      person: 'Байменов',
      function: 'chair',
      status: 'head of delegation',
      represents: { country: 'KAZ', organisation: '' },
      title: 'Chairman',
      presence: 'present',
      replacedBy: '',
    },
  ],
  body: '# Minutes\r\n\r\n- [ ] Send it\u00A0[[Rex Facer]]\r\n',
}

it('is one text with the body as it stands', () => {
  // a hash that was printed must be found again by every later version: this text never changes
  expect(adoptedDocument(MEETING)).toBe(`rapporteur-adopted-document 1
title: "Steering Committee, 8th session"
symbol: "SC/2023/2"
start: "2023-05-19"
startTime: "09:30"
end: "2023-05"
endTime: ""
timeZone: "Asia/Almaty"
place: "Astana \\"Hub\\""
participant: ["Байменов","chair","head of delegation","KAZ","","Chairman","present",""]

# Minutes\r\n\r\n- [ ] Send it\u00A0[[Rex Facer]]\r\n`)
})

it('is the same whatever else the record says, and in whatever order its fields stand', () => {
  const { title, ...others } = MEETING
  const filed = { tags: ['adopted'], followUp: [], ...others, title }
  expect(adoptedDocument(filed)).toBe(adoptedDocument(MEETING))
})

it('is another when anything printed is another', () => {
  const person = MEETING.participants[0] ?? expect.fail()
  const others: AdoptedParts[] = [
    { ...MEETING, title: 'Steering Committee' },
    { ...MEETING, place: '' },
    { ...MEETING, start: '2023-05', end: '2023-05-19' },
    { ...MEETING, body: `${MEETING.body}\n` },
    { ...MEETING, body: MEETING.body.replaceAll('\r\n', '\n') },
    { ...MEETING, participants: [] },
    { ...MEETING, participants: [person, person] },
    { ...MEETING, participants: [{ ...person, title: 'Chair' }] },
    { ...MEETING, participants: [{ ...person, presence: 'remote' }] },
    { ...MEETING, participants: [{ ...person, title: '', replacedBy: 'Chairman' }] },
    // a body that looks like what stands before it
    { ...MEETING, participants: [], body: `participant: ["Байменов"]\n\n${MEETING.body}` },
  ]
  expect(new Set([MEETING, ...others].map(adoptedDocument)).size).toBe(others.length + 1)
})
