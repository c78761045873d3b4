/** A meeting to be typed: two halves, English and Russian, of what is said, agreed and to be done. */
export interface TypedAction {
  readonly words: string
  /** As a form asks for them; else the line names one and has its deadline in words. */
  readonly form: boolean
  readonly responsible: readonly string[]
  /** As it is typed. */
  readonly deadline: string
  readonly due: string
}

export interface TypedItem {
  readonly title: string
  /** Who is named in the first paragraph, between its two parts. */
  readonly speaker: string
  readonly paragraphs: readonly string[]
  readonly actions: readonly TypedAction[]
  readonly decisions: readonly { readonly title: string; readonly text: string }[]
}

const ENGLISH = ['Anna', 'Boris', 'Clara', 'Daniel', 'Elena']
const ENGLISH_FAMILIES = ['Ashdown', 'Brackley', 'Corwen', 'Dunmore']
const RUSSIAN = ['Айгуль', 'Болат', 'Вера', 'Гульнара', 'Данияр']
const RUSSIAN_FAMILIES = ['Абенова', 'Бектурова', 'Воронина', 'Галымова']

const named = (given: readonly string[], families: readonly string[]) =>
  families.flatMap((family) => given.map((name) => `${name} ${family}`))

export const englishPeople = named(ENGLISH, ENGLISH_FAMILIES)
export const russianPeople = named(RUSSIAN, RUSSIAN_FAMILIES)

const english = (item: number, paragraph: number) =>
  `The representatives discussed point ${item}.${paragraph} at length and recalled what the last session had agreed about the common questionnaire. Several delegations asked for more time to collect figures from their regions, while others noted that the method of the first round had proved sound and that only small changes were called for. The secretariat explained how answers are compared, which questions were left open by most countries, and what a second round would cost. It was stressed that results should reach the participating countries before the annual conference opens.`
const russian = (item: number, paragraph: number) =>
  `Участники подробно обсудили вопрос ${item}.${paragraph} и напомнили о договорённостях прошлой сессии по общему вопроснику. Ряд делегаций попросил дополнительное время на сбор сведений в регионах, тогда как другие отметили, что методика первого этапа себя оправдала и нуждается лишь в небольших уточнениях. Секретариат пояснил, как сопоставляются ответы, какие вопросы большинство стран оставило открытыми и во что обойдётся второй этап. Было подчёркнуто, что итоги должны поступить странам-участницам до открытия ежегодной конференции, а сводная таблица будет направлена координаторам вместе с пояснениями и образцом сопроводительного письма для министерств и ведомств.`

const pad = (day: number) => String(day).padStart(2, '0')

function itemsOf(
  people: readonly string[],
  words: {
    readonly first: number
    readonly title: (item: number) => string
    readonly paragraph: (item: number, paragraph: number) => string
    readonly action: (number: number) => string
    readonly deadline: (day: number, form: boolean) => string
    readonly decision: (item: number, nth: number) => { readonly title: string; readonly text: string }
  },
): TypedItem[] {
  let person = 0
  const next = () => people[person++ % people.length] ?? ''
  return Array.from({ length: 5 }, (_, at) => {
    const item = words.first + at
    return {
      title: words.title(item),
      speaker: next(),
      paragraphs: [1, 2, 3, 4, 5].map((paragraph) => words.paragraph(item, paragraph)),
      actions: Array.from({ length: item % 2 === 1 ? 3 : 2 }, (__, nth) => {
        const form = nth === 0
        return {
          words: words.action(item * 10 + nth),
          form,
          responsible: form ? [next(), next()] : [next()],
          deadline: words.deadline(10 + item, form),
          due: `2023-10-${pad(10 + item)}`,
        }
      }),
      decisions: Array.from({ length: at === 0 ? 2 : 1 }, (__, nth) => words.decision(item, nth + 1)),
    }
  })
}

export const englishItems = itemsOf(englishPeople, {
  first: 1,
  title: (item) => `Second round, part ${item}`,
  paragraph: english,
  action: (number) => `Send paper ${number} to all members`,
  deadline: (day, form) => (form ? `${day} October` : `by ${day} October`),
  decision: (item, nth) => ({ title: `Common questionnaire, step ${item}.${nth}`, text: `The Committee approves step ${item}.${nth}.` }),
})

export const russianItems = itemsOf(russianPeople, {
  first: 6,
  title: (item) => `Второй этап, часть ${item}`,
  paragraph: russian,
  action: (number) => `Направить документ ${number} всем участникам`,
  deadline: (day, form) => (form ? `${day} октября` : `до ${day} октября`),
  decision: (item, nth) => ({ title: `Общий вопросник, шаг ${item}.${nth}`, text: `Комитет утверждает шаг ${item}.${nth}.` }),
})
