/** The chair of the minutes that tests adopt. */
export const participant = {
  person: 'Bolat Omarov',
  function: 'chair',
  status: 'head of delegation',
  represents: { country: 'KAZ', organisation: '' },
  title: 'Deputy Minister',
  presence: 'present',
  replacedBy: '',
} as const
