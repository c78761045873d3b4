/** Files of the person's, chosen by the browser's own dialog. */

export interface FileChoice {
  readonly multiple: boolean
  /** Endings and media types, as the attribute has them; everything when left out. */
  readonly accept?: string
}

/** In the page while the dialog is open: one that nothing refers to may be collected, and the dialog with it. */
let asked: HTMLInputElement | null = null

/** Empty when dismissed. To be called while the person does something. */
export function chooseInPage({ multiple, accept = '' }: FileChoice): Promise<readonly File[]> {
  return new Promise((resolve) => {
    // a browser that does not tell of a dismissed dialog leaves one behind
    asked?.remove()
    const input = document.createElement('input')
    asked = input
    input.type = 'file'
    input.multiple = multiple
    input.accept = accept
    input.hidden = true
    const answer = (files: readonly File[]) => {
      input.remove()
      resolve(files)
    }
    input.addEventListener('change', () => answer([...(input.files ?? [])]))
    input.addEventListener('cancel', () => answer([]))
    document.body.append(input)
    input.click()
  })
}
