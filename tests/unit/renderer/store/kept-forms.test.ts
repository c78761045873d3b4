import { expect, test } from 'vitest'
import { createKeptForms } from '../../../../src/renderer/store/kept-forms.ts'
import { useSession } from '../../../../src/renderer/store/session.ts'
// what follows the session of the window
import '../../../../src/renderer/store/records.ts'

type App = ReturnType<typeof useSession.getState>['app']

const show = (workspace: object) => useSession.setState({ app: { workspace } as unknown as App })

test('what is half written outlives an error screen, and does not come into another workspace', () => {
  const forms = createKeptForms<string>()
  show({ status: 'open', id: 'hub' })
  forms.keep('comment', 'About the second')
  show({ status: 'missing' })
  show({ status: 'open', id: 'hub' })
  expect(forms.of('comment')).toBe('About the second')
  show({ status: 'open', id: 'another' })
  expect(forms.of('comment')).toBeUndefined()
})
