import '../ui/styles.css';
import { ApolloLink } from '@apollo/client';
import { createRoot } from 'react-dom/client';
import { Providers } from '../app/providers.js';
import { createClient } from '../lib/apollo.js';
import { prepareParts } from '../lib/later.js';
import { MemoryRouter } from '../lib/router.js';
import { i18nFor } from '../lib/words.js';
import { Gallery } from './gallery.js';

/* The gallery by itself, without an API behind it, for the pictures. */

const SITE = {
  sourceUrl: null,
  demonstration: false,
  helpContacts: 'Harrowby helpline: **0800 000 000**',
  renderedAt: '2026-11-01T10:00:00.000Z',
  colourScheme: null,
};

const client = createClient({ link: ApolloLink.empty() });
const place = document.createElement('main');
document.body.append(place);
// Not awaited at the top: the parts import what stands in the same file as this, and would wait for it.
void prepareParts().then(() =>
  createRoot(place).render(
    <Providers client={client} i18n={i18nFor('en')} site={SITE}>
      <MemoryRouter at="/">
        <Gallery />
      </MemoryRouter>
    </Providers>,
  ),
);
