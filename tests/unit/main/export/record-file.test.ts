import { expect, it } from 'vitest'
import { NO_FILES, type FileNames } from '../../../../src/main/export/property-values.ts'
import { AttachmentFiles } from '../../../../src/main/export/attachment-files.ts'
import { recordFile } from '../../../../src/main/export/record-file.ts'
import { newRecord } from '../../../support/new-record.ts'

const files: FileNames = {
  ...NO_FILES,
  fileOf: (name) =>
    ({
      ACSH: 'Astana Civil Service Hub',
      'Astana Civil Service Hub': 'Astana Civil Service Hub',
      'SC/2023/2': 'SC-2023-2',
      'Rex Facer': 'Rex Facer',
    })[name],
  titleOf: (file) => ({ 'SC-2023-2': 'SC/2023/2' })[file] ?? file,
}

it('writes flat front matter in Obsidian’s types, links to files, and the body as it is', () => {
  const meeting = newRecord(1, {
    kind: 'meeting',
    title: 'Steering Committee: 8th session',
    tags: ['steering/2023'],
    countries: ['KAZ'],
    meetingBody: 'ACSH',
    symbol: 'SC/2023/8',
    start: '2023-05-17',
    startTime: '09:30',
    end: '2023-05',
    chair: 'Rex Facer',
    secretary: 'Somebody Else',
    participants: [
      {
        person: 'Rex Facer',
        function: 'chair',
        status: 'expert',
        represents: { country: 'USA', organisation: 'ACSH' },
        title: 'Professor | Chair',
        presence: 'present',
        replacedBy: '',
      },
    ],
    circulation: { to: 'Members\nObservers', on: '', deadline: '2024' },
    extra: { stage: 'theirs', cssclasses: ['wide'], nested: { b: [1, 'x'], a: null } },
    body: '## 1. Opening\n\n[[Rex Facer]] of [[ACSH]] spoke of [[SC/2023/2#Item|the last one]] and [[Nobody]].\n',
  })
  expect(recordFile(meeting, 'Meetings/Steering Committee- 8th session.md', files, new AttachmentFiles())).toBe(`---
id: "01900000-0000-7000-8000-000000000001"
kind: meeting
title: "Steering Committee: 8th session"
tags:
  - steering/2023
countries:
  - KAZ
classification: internal
meeting-body: "[[Astana Civil Service Hub|ACSH]]"
symbol: SC/2023/8
form: minutes
meeting-type: committee
start: 2023-05-17
start-time: "09:30"
end: "2023-05"
chair: "[[Rex Facer]]"
secretary: Somebody Else
participants:
  - "[[Rex Facer]] | chair | expert | USA | [[Astana Civil Service Hub|ACSH]] | Professor \\\\| Chair | present"
stage: planned
circulated-to: "Members\\nObservers"
comments-by: "2024"
revision: 1
created: 2000-01-01T00:00:00.000Z
created-by: Anna Lee
created-device: Laptop
updated: 2000-01-01T00:00:00.000Z
updated-by: Anna Lee
updated-device: Laptop
original-links:
  - "2 ACSH"
cssclasses:
  - wide
nested: {"a": null, "b": [1, "x"]}
"extra:stage": theirs
---

## 1. Opening

[[Rex Facer]] of [[Astana Civil Service Hub|ACSH]] spoke of [[SC-2023-2#Item|the last one]] and [[Nobody]].
`)
})

it('writes nothing for what is empty', () => {
  const text = recordFile(newRecord(1, { kind: 'note', title: 'Empty' }), 'Notes/Empty.md', files, new AttachmentFiles())
  expect(text).toMatch(
    /^---\nid: .*\nkind: note\nclassification: internal\nnote-type: country note\nrevision: 1\n(?:(?:created|updated).*\n)+---\n$/,
  )
})

it('keeps the pipe of a link in a table from parting the row', () => {
  const body = '| who | what |\n|---|---|\n| [[ACSH]] | [[SC/2023/2\\|two]] |\n'
  expect(recordFile(newRecord(1, { kind: 'note', title: 'Table', body }), 'Notes/Table.md', files, new AttachmentFiles())).toContain(
    '| [[Astana Civil Service Hub\\|ACSH]] | [[SC-2023-2\\|two]] |',
  )
})
