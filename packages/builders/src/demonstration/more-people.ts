import type { Perspective } from '@openimpact/domain';

import type { PlannedPerson } from './plan.js';

const LIVED: readonly (readonly [string, string])[] = [
  ['Aled Wynter', 'Left school at fifteen, reads with his daughter'],
  ['Bashira Nolan', 'Looks after her father at night'],
  ['Corin Pell', 'Uses a wheelchair and the bus'],
  ['Delphine Arkady', 'Left a violent home with two children'],
  ['Emrys Tallow', 'Eighteen months in a hostel'],
  ['Fenella Oakes', 'Had three strokes, runs the walking group'],
  ['Gwilym Ashe', 'Released in spring'],
  ['Hester Quill', 'Hears voices, plays the cello'],
  ['Ilya Morrow', 'Came as an apprentice, waits for papers'],
  ['Jocasta Reed', 'Blind since birth, tests maps'],
  ['Kit Lanyon', 'In foster care, sixteen'],
  ['Lowri Fenn', 'Pays off a debt that was not hers'],
  ['Mabel Thorne', 'Widowed, ninety, writes letters'],
  ['Nuria Castell', 'Cleans offices before dawn'],
  ['Osric Blaine', 'Deaf in one ear, drives a van'],
  ['Pilar Hurst', 'Grandmother who is a parent again'],
  ['Quentin Sable', 'Sober for six years'],
  ['Rosalind Hay', 'Cares for a son with epilepsy'],
  ['Sefton Grail', 'Slept in his car for a winter'],
  ['Talia Voss', 'On dialysis three days a week'],
];

const PRACTITIONERS: readonly (readonly [string, string])[] = [
  ['Una Merrick', 'Refuge worker'],
  ['Viggo Lamb', 'Housing officer'],
  ['Willa Sorrel', 'District nurse'],
  ['Xanthe Cole', 'Community midwife'],
  ['Yorick Dunmore', 'Prison teacher'],
  ['Zora Whitby', 'Advocate for people with learning disabilities'],
  ['Anselm Roe', 'Chaplain at the hospice'],
  ['Briony Tarn', 'Runs a breakfast club'],
  ['Cassius Webb', 'Employment adviser'],
  ['Dorothea Lyle', 'Hospital social worker'],
  ['Eamon Strick', 'Drug and alcohol worker'],
  ['Fleur Addington', 'School counsellor'],
  ['Gideon Marsh', 'Runs the tool library'],
  ['Honor Pike', 'Welcomes people who seek asylum'],
  ['Idris Fell', 'Football coach and listener'],
  ['Juno Harker', 'Health visitor'],
  ['Kester Bloom', 'Allotment warden'],
  ['Leocadia Finch', 'Dementia nurse'],
  ['Magnus Orrell', 'Volunteer manager'],
  ['Nerys Cope', 'Speech therapist'],
];

const TECHNOLOGISTS: readonly (readonly [string, string])[] = [
  ['Orla Vance', 'Front-end developer at Tidemark'],
  ['Perrin Shaw', 'Maps and open data'],
  ['Rafe Dillon', 'Security engineer'],
  ['Saskia Munro', 'Service designer'],
  ['Torben Hale', 'Keeps the servers of a charity alive'],
  ['Ursula Beck', 'Data engineer at Fieldnote'],
  ['Vance Ordway', 'Student who writes plug-ins'],
  ['Wynn Castor', 'Content designer'],
  ['Yara Lindqvist', 'Machine translation for small languages'],
];

const FUNDERS: readonly (readonly [string, string])[] = [
  ['Arden Blythe', 'Runs the small grants of Hollin Bridge'],
  ['Beatrix Corr', 'Trustee at Hollin Bridge; approves'],
  ['Cyrus Penhallow', 'Programme manager at the Fairweather Fund'],
  ['Daria Holm', 'Director of the Fairweather Fund; approves'],
  ['Evander Price', 'Commissions public health at Severy County'],
  ['Frieda Lock', 'Finance at Severy County; approves'],
];

const PUBLIC: readonly (readonly [string, string])[] = [
  ['Gaspard Neal', 'Postman'],
  ['Hollis Tate', 'Reporter at the Marrowby Courier'],
  ['Imelda Crowe', 'Keeps the corner shop'],
  ['Jarvis Orme', 'Retired engineer'],
  ['Keziah Lund-Hart', 'Parent of three'],
  ['Lionel Fairley', 'Drives the 41'],
  ['Marguerite Ash', 'Repairs bicycles'],
  ['Nils Aldous', 'Town councillor'],
  ['Ottilie Ray', 'Works at the pharmacy'],
  ['Pascoe Trew', 'Fishes, mends nets'],
  ['Quilla Barr', 'Student nurse'],
  ['Roscoe Finlay', 'Bakes at night'],
  ['Sable Winters', 'Photographs weddings'],
  ['Thaddeus Moy', 'Chess club'],
  ['Uma Kestle', 'Teaches piano'],
  ['Verity Lodge', 'Works from home'],
  ['Wilf Garrow', 'Walks everybody’s dogs'],
  ['Yolande Peters', 'Choir'],
  ['Zeb Hollow', 'Cuts hair'],
  ['Amity Frost', 'Between two jobs'],
  ['Basil Thwaite', 'Caretaker of the hall'],
  ['Clover Denny', 'Plays in goal'],
  ['Dunstan Keel', 'Ferryman'],
  ['Effie Marlow', 'Sixth-former'],
  ['Fabian Rook', 'Dental technician'],
];

function all(perspective: Perspective, lines: readonly (readonly [string, string])[]): readonly PlannedPerson[] {
  return lines.map(([name, does]) => ({ handle: name.toLowerCase().replaceAll(' ', '-'), name, does, perspective }));
}

/** The rest of the towns: people who vote, say something now and then, and make the numbers what they are. */
export const morePeople: readonly PlannedPerson[] = [
  ...all('LIVED_EXPERIENCE', LIVED),
  ...all('PRACTITIONER', PRACTITIONERS),
  ...all('TECHNOLOGIST', TECHNOLOGISTS),
  ...all('FUNDER', FUNDERS),
  ...all('PUBLIC', PUBLIC),
];
