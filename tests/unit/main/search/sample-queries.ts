/** What a person expects of queries on the sample workspace. */
export interface SampleQuery {
  readonly query: string
  /** The titles that come first, in this order. */
  readonly first?: readonly string[]
  /** All titles, in any order. */
  readonly all?: readonly string[]
  /** Among what is found. */
  readonly some?: readonly string[]
  /** Not among what is found. */
  readonly without?: readonly string[]
  /** Nothing is found as it was typed: how it had to be taken. */
  readonly how?: 'typo' | 'layout'
}

const baimenov = 'Alikhan Baimenov'
const kim = 'Pan Suk Kim'
const facer = 'Rex Facer'
const schumi = 'Robert Schumi'
const djacta = 'Larbi Djaсta'
const zhumagali = 'Askhat Zhumagali'
const zhazykbaev = 'Darkhan Zhazykbaev'
const kazykhanov = 'Yerzhan Kazykhanov'
const kelimbetov = 'Kairat Kelimbetov'
const hub = 'Astana Civil Service Hub'
const undp = 'United Nations Development Programme'
const aspa = 'American Society for Public Administration'
const icsc = 'UN International Civil Service Commission'
const conference = 'Annual conference: Meritocracy. Integrity. Innovation'
const plenary = 'Plenary: Ideas and Reflections from Professionals'
const panel = 'Panel 1: Meritocracy in Action'
const seminar = 'Regional seminar on change management for digital transformation'
const opening = 'Opening ceremony, 2023'
const tenStudies = 'Presentation of ten new studies of the Hub'
const ethics = 'Anti-corruption and strengthening ethics'
const roundTable = 'Round table: Cultural and civilizational aspects of public administration'
const channelsPresented = 'Study presentation: 15 channels of communication'
const digitalization = 'Digitalization of human resources'
const finalSession = 'Final session: teaching public administration and research'
const sessions = [opening, plenary, panel, tenStudies, ethics, roundTable, channelsPresented, digitalization, seminar, finalSession]
const summit = 'Civil service session at the 7th World Government Summit'
const aspaSession = 'ASPA session on public service development'
const committee = 'Steering Committee'
const minutes = 'Steering Committee, sample session'
const talent = 'Talent management in the civil service'
const remuneration = 'Remuneration in the civil service'
const debureaucratization = 'Debureaucratization'
const channels = 'Analysis of 15 channels of communication with the public'
const noteKazakhstan = 'Kazakhstan: the Hub and its host'
const noteKorea = 'Republic of Korea: personnel policy and digital human resources'
const noteSlovenia = 'Slovenia: integrity and prevention of corruption'
const noteUzbekistan = 'Uzbekistan: at the annual conference'
const studies = [talent, remuneration, debureaucratization, channels]
const meetings = [conference, ...sessions, summit, aspaSession, minutes]

export const sampleQueries: readonly SampleQuery[] = [
  // a name, every spelling
  { query: 'Baimenov', first: [baimenov] },
  { query: 'Байменов', first: [baimenov] },
  { query: 'Bäymenov', first: [baimenov] },
  { query: 'Baymenov', first: [baimenov] },
  { query: 'Bajmenov', first: [baimenov] },
  { query: 'БАЙМЕНОВ алихан', first: [baimenov] },
  { query: 'Әлихан Байменов', first: [baimenov] },
  { query: 'Baimenov, Alikhan', first: [baimenov] },
  { query: 'baim al', first: [baimenov] },
  { query: 'Жумагали', first: [zhumagali] },
  { query: 'Jumagali', first: [zhumagali] },
  { query: 'Жұмағали Асхат', first: [zhumagali] },
  { query: 'Жазыкбаев', first: [zhazykbaev] },
  { query: 'Zhazykbayev', first: [zhazykbaev] },
  { query: 'Казыханов', first: [kazykhanov] },
  { query: 'Келимбетов Кайрат', first: [kelimbetov] },
  // in any order
  { query: 'Kim Pan Suk', first: [kim] },
  { query: 'suk pan', first: [kim] },
  { query: 'facer rex', first: [facer] },
  { query: 'Gergawi Mohammed', first: ['Mohammed Abdullah Al Gergawi'] },
  { query: 'Zhu', first: ['Zhu Lingjun'] },
  // letters of two scripts in one word
  { query: 'Djacta', first: [djacta] },
  { query: 'Djaсta', first: [djacta] },
  { query: 'larbi dja', first: [djacta] },
  { query: 'Baimеnov', first: [baimenov] },
  // another layout of the keyboard
  { query: ',fqvtyjd', first: [baimenov], how: 'layout' },
  { query: 'Ифшьутщм', first: [baimenov], how: 'layout' },
  { query: 'Фыефтф Сшмшд', first: [hub], how: 'layout' },
  { query: 'kind:contact ;evfufkb', first: [zhumagali], how: 'layout' },
  // slips
  { query: 'Schumi', first: [schumi] },
  { query: 'Šumi', first: [schumi], how: 'typo' },
  { query: 'Schumy', some: [schumi] },
  { query: 'Bainemov', first: [baimenov], how: 'typo' },
  { query: 'remunaration study', some: [remuneration], how: 'typo' },
  { query: 'merotocracy kind:meeting', some: [panel, conference], how: 'typo' },
  // titles and other names before what merely speaks of them
  { query: 'Steering Committee', first: [committee, minutes] },
  { query: 'SC', first: [committee] },
  { query: 'annual conference 2023', first: [conference] },
  { query: 'Debureaucratization', first: [debureaucratization, conference] },
  { query: 'talent', first: [talent] },
  { query: 'hub', some: [hub, noteKazakhstan] },
  { query: 'Hub astana civil', first: [hub] },
  { query: 'UNDP', first: [undp] },
  { query: 'ASPA', first: [aspa] },
  { query: 'ICSC', first: [icsc] },
  { query: 'WGS', first: ['World Government Summit Organization'] },
  { query: 'Казахстан', first: ['Kazakhstan'] },
  { query: 'Қазақстан', first: ['Kazakhstan'] },
  { query: 'Узбекистан', first: ['Uzbekistan'] },
  { query: 'Turkey', first: ['Türkiye'] },
  { query: 'Turkiye', first: ['Türkiye'] },
  // posts and organisations
  { query: '"Chairman of the Steering Committee"', first: [baimenov] },
  { query: 'governor aifc', first: [kelimbetov] },
  { query: 'ambassador', first: [kazykhanov] },
  { query: 'in:posts director', all: [kim, 'William Shields', 'Chester Newland', 'Guido Bertucci', 'Elsa Pilichowski'] },
  { query: 'in:organisations "Public Administration"', all: [kim, 'William Shields'] },
  { query: 'kind:person "Anti-Corruption Agency"', all: [zhumagali] },
  // texts, in other forms of the words
  { query: 'questionnaires', some: [minutes] },
  { query: 'семинары подтвердить', all: [minutes] },
  { query: 'келісім', all: [minutes] },
  { query: 'Al-Farabi Tamerlane', all: [conference] },
  { query: '"rule of law"', all: [aspaSession, noteKazakhstan] },
  { query: '"law of rule"', all: [] },
  { query: '"rule of la"', all: [] },
  { query: '"best practice"', all: [summit] },
  // kinds, states, what a record has
  { query: 'kind:study', all: studies },
  { query: 'kind:meeting', all: meetings },
  { query: 'kind:minutes Baimenov', some: [minutes, conference, summit], without: [aspaSession] },
  { query: 'kind:body', all: [committee] },
  { query: 'is:published', all: studies },
  { query: 'is:draft', all: meetings },
  { query: 'вид:исследование', all: studies },
  { query: 'has:decision', all: [minutes] },
  { query: 'has:action is:overdue', all: [minutes] },
  { query: 'is:open', all: [minutes] },
  { query: 'kind:organisation has:body', all: [hub] },
  { query: 'has:attachment', all: [] },
  { query: 'is:internal kind:note', all: [noteKazakhstan, noteKorea, noteSlovenia, noteUzbekistan] },
  { query: 'is:public', all: [] },
  { query: 'is:country-note corruption', some: [noteSlovenia, noteKazakhstan] },
  // countries
  {
    query: 'country:KAZ kind:contact',
    all: [
      hub,
      'Agency for Civil Service Affairs of the Republic of Kazakhstan',
      'Anti-Corruption Agency of the Republic of Kazakhstan',
      'Academy of Public Administration under the President of the Republic of Kazakhstan',
      'AIFC',
      kazykhanov,
      baimenov,
      kelimbetov,
      zhazykbaev,
      zhumagali,
      'Katarzyna Wawiernia',
    ],
  },
  { query: 'country:Казахстан kind:person chairman', all: [baimenov, zhumagali] },
  { query: 'country:"Republic of Korea" kind:note', all: [noteKorea] },
  {
    query: 'country:Словения',
    all: ['Slovenia', 'Commission for the Prevention of Corruption', schumi, conference, ethics, minutes, noteSlovenia],
  },
  { query: 'country:Atlantis', all: [] },
  { query: 'kind:person -country:KAZ -country:USA', some: [kim, djacta, schumi], without: [baimenov, facer] },
  // tags
  { query: 'tag:meritocracy', all: [conference] },
  { query: 'tag:studies', all: [minutes] },
  { query: 'tag:stud', all: [] },
  { query: 'tag:conference OR tag:digitalization', all: [conference, summit] },
  // days
  { query: 'date:2019-02', all: [summit, aspaSession] },
  { query: 'date:2019-03', all: [aspaSession] },
  { query: 'before:2023 kind:meeting', all: [summit, aspaSession] },
  { query: 'after:2023-05-18 kind:meeting', all: [conference, ...sessions] },
  { query: 'date:2023-05-16', some: [minutes, panel], without: [conference] },
  { query: 'date:2019..2022', all: [summit, aspaSession] },
  { query: 'kind:country has:date', all: ['Kazakhstan'] },
  { query: 'after:2023-05 -kind:study meritocracy', first: [panel], some: [conference], without: studies },
  // who answers for it
  { query: 'owner:Facer', all: [minutes] },
  { query: 'ответственный:"Robert Schumi"', all: [minutes] },
  // together
  { query: 'in:title conference', all: [conference, noteUzbekistan] },
  { query: 'in:title meritocracy -tag:conference', all: [panel] },
  { query: '(kind:study OR kind:meeting) in:title "civil service"', all: [talent, remuneration, summit] },
  { query: 'Schumi OR Facer kind:person', some: [schumi, facer, minutes] },
  { query: '(Schumi OR Facer) kind:person', all: [schumi, facer] },
  { query: 'Facer -kind:person', all: [minutes, plenary, conference] },
  { query: 'corruption -country:SVN -kind:contact', without: [conference, noteSlovenia, schumi] },
  { query: 'kind:person -in:body -Baimenov chairman', without: [baimenov], some: [zhumagali] },
  // nonsense
  { query: 'qqqxzzzy', all: [] },
  // words that every object has as keys, beside one that has to be guessed
  { query: 'constructor comittee', all: [] },
  { query: '"constructor comittee"', all: [] },
  { query: '__proto__ comittee', all: [] },
  { query: '', all: [] },
  { query: '*?[(', all: [] },
  { query: '.*', all: [] },
  { query: '\u202eBaimenov\u202c', first: [baimenov] },
  { query: 'foo:bar', all: [] },
  { query: '-', all: [] },
  { query: `${'a'.repeat(9_000)} Baimenov`, all: [] },
  { query: '"', all: [] },
]
