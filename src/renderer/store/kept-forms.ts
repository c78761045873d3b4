/**
 * What stands half written in forms, by what each is about: closing one by accident costs nothing. It is kept until it is
 * done or given up, and not on the disk.
 */
import { create } from 'zustand'

const forgetting: (() => void)[] = []

/** The half-written forms of one sort. */
export function createKeptForms<T>() {
  const useForms = create<Readonly<Record<string, T>>>(() => ({}))
  forgetting.push(() => useForms.setState({}, true))
  return {
    useForm: (key: string): T | undefined => useForms((forms) => forms[key]),
    of: (key: string): T | undefined => useForms.getState()[key],
    keep: (key: string, form: T): void => useForms.setState({ [key]: form }),
    forget: (key: string): void =>
      useForms.setState((forms) => Object.fromEntries(Object.entries(forms).filter(([other]) => other !== key)), true),
  }
}

/** Another workspace was opened. */
export const forgetForms = (): void => {
  for (const forget of forgetting) forget()
}
