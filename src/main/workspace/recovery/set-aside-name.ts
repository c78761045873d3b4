/** How what lies in `set-aside/` is called: by its moment, in a form that every file system takes and that says whose time it is. */
export const setAsideName = (instant: string): string => `${instant.slice(0, 19).replaceAll(':', '-')}-UTC`
