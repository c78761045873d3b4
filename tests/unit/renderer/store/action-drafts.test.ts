import { beforeEach, describe, expect, it } from 'vitest'
import { actionDraft, forgetActionDraft, keepActionDraft, newActionDraft } from '../../../../src/renderer/store/action-drafts.ts'
import { forgetForms } from '../../../../src/renderer/store/kept-forms.ts'

const ann = { line: 3, text: 'Comment on the draft', responsible: ['Ann'], due: '2023-06-30', state: 'open' } as const
const typed = { ...newActionDraft(ann), remark: 'Sent to 30 members' }

beforeEach(forgetForms)

describe('the half-typed form of an action', () => {
  it('is found again when lines, deadline or state have changed, and not for the twin of another person or text', () => {
    keepActionDraft('meeting', typed)
    expect(actionDraft('meeting', { ...ann, line: 9, due: '', state: 'done' })).toEqual(typed)
    expect(actionDraft('meeting', { ...ann, responsible: ['Bob'] })).toBeUndefined()
    expect(actionDraft('another', ann)).toBeUndefined()
  })

  it('is kept while anything is typed, until it is given up', () => {
    keepActionDraft('meeting', typed)
    keepActionDraft('meeting', newActionDraft(ann))
    expect(actionDraft('meeting', ann)).toBeUndefined()
    keepActionDraft('meeting', typed)
    forgetActionDraft('meeting', typed)
    expect(actionDraft('meeting', ann)).toBeUndefined()
  })
})
