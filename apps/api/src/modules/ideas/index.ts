export { ideaView, visibleIdea } from './application/idea-view.js';
export { LogIdea } from './application/log-idea.js';
export { IdeaObject } from './graphql/idea.object.js';
export { IdeasModule } from './ideas.module.js';
export { IdeaStore } from './persistence/idea-store.js';
