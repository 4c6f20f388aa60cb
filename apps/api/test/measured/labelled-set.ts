/**
 * Needs and software with what a person says fits, written by hand before anything was measured. All of it is invented.
 */
interface Described {
  readonly key: string;
  readonly title: string;
  readonly text: string;
  readonly themes: readonly string[];
}

export const SOFTWARE: readonly Described[] = [
  {
    key: 'rota',
    title: 'Rota Board',
    text: 'Volunteers pick shifts and swap them; the coordinator sees empty shifts and sends reminders by text message.',
    themes: ['VOLUNTEERING'],
  },
  {
    key: 'larder',
    title: 'Larder',
    text: 'Stock of a food bank: parcels, donations of food, dates by which it goes off, deliveries by drivers.',
    themes: ['FOOD', 'COMMUNITY'],
  },
  {
    key: 'beds',
    title: 'Bed Board',
    text: 'Night shelters mark free beds; outreach workers see tonight which shelter has a room.',
    themes: ['HOMELESSNESS', 'HOUSING'],
  },
  {
    key: 'directory',
    title: 'Open Directory',
    text: 'A directory of local services with opening hours that the services keep up to date themselves.',
    themes: ['COMMUNITY', 'HEALTH'],
  },
  {
    key: 'letters',
    title: 'Plain Letters',
    text: 'Explains official letters about benefits, debts and eviction in plain words and says what to do by when.',
    themes: ['DEBT_AND_MONEY', 'HOUSING'],
  },
  {
    key: 'diary',
    title: 'Mood Diary',
    text: 'A diary for young people waiting for counselling: mood, sleep, and what to show the counsellor.',
    themes: ['MENTAL_HEALTH', 'YOUTH'],
  },
  {
    key: 'passport',
    title: 'Care Passport',
    text: 'One page about a person with a learning disability for hospital staff: medication, allergies, what calms them.',
    themes: ['DISABILITY', 'HEALTH', 'CARERS'],
  },
  {
    key: 'interpreters',
    title: 'Interpreter Call',
    text: 'Book an interpreter by language and time, by telephone or video, for refugees and asylum seekers.',
    themes: ['MIGRATION'],
  },
  {
    key: 'mentors',
    title: 'Mentor Match',
    text: 'Matches mentors with people leaving prison by area, trade and interests, and keeps their meetings.',
    themes: ['JUSTICE', 'EMPLOYMENT'],
  },
  {
    key: 'visits',
    title: 'Home Visits',
    text: 'Befrienders of older people plan home visits, report a worry and see who has not been visited.',
    themes: ['OLDER_PEOPLE', 'VOLUNTEERING'],
  },
  {
    key: 'budget',
    title: 'Budget Sheet',
    text: 'Debt advisers make a household budget and a repayment plan together with the client.',
    themes: ['DEBT_AND_MONEY'],
  },
  {
    key: 'exit',
    title: 'Quick Exit',
    text: 'A website for survivors of domestic abuse that leaves no traces on the phone and closes at once.',
    themes: ['DOMESTIC_ABUSE'],
  },
];

export const NEEDS: readonly (Described & { readonly fits: readonly string[] })[] = [
  {
    key: 'empty-shifts',
    title: 'Half of our kitchen shifts stay empty',
    text: 'Volunteers ring the office to say when they come. Nobody sees which shifts are empty until the day.',
    themes: ['VOLUNTEERING', 'FOOD'],
    fits: ['rota'],
  },
  {
    key: 'parcels',
    title: 'Who takes the food parcels where',
    text: 'Our drivers get lists on paper, and food that goes off first is delivered last.',
    themes: ['FOOD'],
    fits: ['larder'],
  },
  {
    key: 'tonight',
    title: 'Where is a bed tonight',
    text: 'Outreach workers ring six shelters every evening to find a free bed for somebody sleeping rough.',
    themes: ['HOMELESSNESS'],
    fits: ['beds'],
  },
  {
    key: 'out-of-date',
    title: 'Leaflets about local services are out of date',
    text: 'Advisers hand out opening hours and telephone numbers that stopped being true a year ago.',
    themes: ['COMMUNITY'],
    fits: ['directory'],
  },
  {
    key: 'brown-envelope',
    title: 'People do not open brown envelopes',
    text: 'Official letters about eviction frighten tenants; they do not understand what to do by when and lose their home.',
    themes: ['HOUSING', 'DEBT_AND_MONEY'],
    fits: ['letters'],
  },
  {
    key: 'waiting',
    title: 'Eighteen weeks until the first counselling',
    text: 'Young people wait for counselling without anything to hold on to, and cannot say at the first meeting how their sleep and mood have been.',
    themes: ['MENTAL_HEALTH', 'YOUTH'],
    fits: ['diary'],
  },
  {
    key: 'ward',
    title: 'The ward does not know my son',
    text: 'Staff of a hospital ask parents the same about medication and allergies again, and nobody knows what calms a person with a learning disability.',
    themes: ['DISABILITY', 'CARERS'],
    fits: ['passport'],
  },
  {
    key: 'no-language',
    title: 'No interpreter at the appointment',
    text: 'Refugees come to appointments and no interpreter for their language is there.',
    themes: ['MIGRATION', 'HEALTH'],
    fits: ['interpreters'],
  },
  {
    key: 'gate',
    title: 'The day after the prison gate',
    text: 'People who leave prison meet a mentor too late; mentors in their area with their trade are not found.',
    themes: ['JUSTICE'],
    fits: ['mentors'],
  },
  {
    key: 'lonely',
    title: 'Nobody noticed that she had not been visited',
    text: 'Befrienders plan visits of older people in a notebook. A worry about somebody is passed on by chance.',
    themes: ['OLDER_PEOPLE'],
    fits: ['visits', 'rota'],
  },
  {
    key: 'repayment',
    title: 'Every adviser makes the budget anew',
    text: 'Debt advisers type the same household budget into three forms before a repayment plan can be agreed.',
    themes: ['DEBT_AND_MONEY'],
    fits: ['budget'],
  },
  {
    key: 'traces',
    title: 'He reads her phone',
    text: 'Survivors of domestic abuse look for help on a phone that somebody else reads.',
    themes: ['DOMESTIC_ABUSE'],
    fits: ['exit'],
  },
  {
    key: 'choir',
    title: 'A choir without notes',
    text: 'Singers in a village want to learn songs by ear.',
    themes: ['COMMUNITY'],
    fits: [],
  },
  {
    key: 'bus',
    title: 'The last bus leaves at five',
    text: 'Apprentices cannot reach the workshop by public transport in winter.',
    themes: ['EMPLOYMENT'],
    fits: [],
  },
];
