export { AddDemonstrationPerson, type AddDemonstrationPersonCommand } from './application/add-demonstration-person.js';
export { DeleteMyAccount } from './application/delete-my-account.js';
export { ExportMyData } from './application/export-my-data.js';
export { personView, viewerView, visiblePerson } from './application/person-view.js';
export { ViewerOfPerson } from './application/viewer-of-person.js';
export { PersonObject, ViewerObject } from './graphql/person.object.js';
export { wordName } from './graphql/wording.js';
export { mayReach, shareProject } from './persistence/reach.js';
export { PeopleModule } from './people.module.js';
