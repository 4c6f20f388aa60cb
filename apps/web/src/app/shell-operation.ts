import { graphql } from '../gql/index.js';
import { operation } from '../lib/page.js';

const ShellDocument = graphql(`
  query Shell {
    viewer {
      id
      unreadNotifications
      person {
        id
        handle
        name
        steward
      }
      organisations {
        organisation {
          id
          slug
          name
        }
        roles
      }
    }
  }
`);

/** Who is reading: asked once for every page. */
export const shellOperation = operation(ShellDocument, {});
