import type { PlannedMandate, PlannedOrganisation } from '@openimpact/builders';

import { RegisterComponent } from '../modules/components/index.js';
import { PublishMandate } from '../modules/mandates/index.js';
import {
  AcceptInvitation,
  ChangeRole,
  ConfirmSecond,
  CreateOrganisation,
  InviteMember,
  RequestVerification,
  VerifyOrganisation,
} from '../modules/organisations/index.js';
import { AddDemonstrationPerson } from '../modules/people/index.js';
import { agreed, dayFrom, known, type World } from './world.js';

/** How long before now the story begins. */
export const STORY_BEGINS_DAYS_AGO = 600;
const COMPONENTS_DAYS_AGO = 580;
const MANDATES_DAYS_AGO = 570;

/** People come, found organisations, are verified by two of the site team, register what they have and offer to fund. */
export function planBeginnings(world: World): void {
  const { plan, history } = world;
  for (const [index, person] of plan.people.entries()) {
    history.plan(STORY_BEGINS_DAYS_AGO - index / 100, person.name, async () => {
      await agreed(world.use(AddDemonstrationPerson).execute({ ...person, steward: person.steward ?? false }));
    });
  }
  for (const [index, organisation] of plan.organisations.entries()) {
    planOrganisation(world, organisation, STORY_BEGINS_DAYS_AGO - 1 - index / 10);
  }
  for (const [index, component] of plan.components.entries()) {
    history.plan(component.registeredDaysAgo ?? COMPONENTS_DAYS_AGO - index, component.key, async () => {
      const registered = await agreed(
        world.use(RegisterComponent).execute(await world.as(component.registeredBy), {
          publiccode: component.publiccode,
          themes: component.themes,
          functions: component.functions,
          organisationId: component.owner === null ? null : known(world.organisations, component.owner),
          contactsAgreed: true,
        }),
      );
      world.components.set(component.key, registered.componentId);
    });
  }
  for (const [index, mandate] of plan.mandates.entries()) planMandate(world, mandate, MANDATES_DAYS_AGO - index);
}

function planOrganisation(world: World, planned: PlannedOrganisation, daysAgo: number): void {
  const { history, plan } = world;
  const [founder, ...others] = planned.members;
  if (founder === undefined) throw new Error(`${planned.name} has nobody.`);
  history.plan(daysAgo, `${planned.name} is founded`, async () => {
    const { organisationId } = await agreed(
      world
        .use(CreateOrganisation)
        .execute(await world.as(founder.person), { name: planned.name, kind: planned.kind, about: planned.about }),
    );
    world.organisations.set(planned.key, organisationId);
  });
  for (const { person, roles } of others) {
    history.plan(daysAgo - 0.01, `${person} joins ${planned.name}`, async () => {
      const organisationId = known(world.organisations, planned.key);
      await join(world, organisationId, founder.person, person);
      if (!roles.includes('APPROVER')) return;
      const personId = (await world.as(person)).person.id;
      const change = await agreed(
        world.use(ChangeRole).execute(await world.as(founder.person), { organisationId, personId, roles }),
      );
      // An approver is the second person for money, so it takes a second person to make one.
      await agreed(
        world.use(ConfirmSecond).execute(await world.as(stewardsOf(plan.people)[0]), change.actId ?? undefined),
      );
    });
  }
  const { asksToBeVerified: asks } = planned;
  if (asks !== undefined) {
    history.plan(asks.daysAgo, `${planned.name} asks to be verified`, async () => {
      const request = { registration: planned.registration, note: asks.note };
      const organisationId = known(world.organisations, planned.key);
      await agreed(world.use(RequestVerification).execute(await world.as(founder.person), organisationId, request));
    });
  }
  if (!planned.verified) return;
  history.plan(daysAgo - 0.05, `${planned.name} is verified`, async () => {
    const organisationId = known(world.organisations, planned.key);
    const registration = planned.registration;
    const note = 'An invented organisation of the demonstration: there is nothing to look up.';
    await agreed(
      world.use(RequestVerification).execute(await world.as(founder.person), organisationId, { registration, note }),
    );
    for (const steward of stewardsOf(plan.people)) {
      await agreed(world.use(VerifyOrganisation).execute(await world.as(steward), organisationId, { verify: true }));
    }
  });
}

function stewardsOf(people: World['plan']['people']): [string, string] {
  const [first, second] = people.filter((person) => person.steward).map((person) => person.handle);
  if (first === undefined || second === undefined) throw new Error('The plan needs two people of the site team.');
  return [first, second];
}

/** The invitation goes by mail, and its link is only in the mail: it is read there, as the person would. */
async function join(world: World, organisationId: string, inviter: string, handle: string): Promise<void> {
  const email = `${handle}@demonstration.invalid`;
  await agreed(world.use(InviteMember).execute(await world.as(inviter), { organisationId, email, roles: ['MEMBER'] }));
  const { body } = await world.mailbox.newestTo(email);
  const token = /\/invitations\/([\w-]+)/.exec(body)?.[1];
  if (token === undefined) throw new Error('The invitation holds no link.');
  await agreed(world.use(AcceptInvitation).execute(await world.as(handle), token));
}

function planMandate(world: World, planned: PlannedMandate, daysAgo: number): void {
  const { history } = world;
  const organisation = world.plan.organisations.find((one) => one.key === planned.organisation);
  history.plan(daysAgo, planned.title, async () => {
    const threshold = Math.min(planned.approvalThreshold ?? Infinity, organisation?.approvalThreshold ?? Infinity);
    const { mandateId } = await agreed(
      world.use(PublishMandate).execute(await world.as(planned.publishedBy), {
        organisationId: known(world.organisations, planned.organisation),
        draft: {
          title: planned.title,
          summary: planned.summary,
          language: 'en-GB',
          themes: planned.themes,
          places: planned.places,
          peopleServed: planned.peopleServed,
          currency: 'GBP',
          budget: pence(planned.budget),
          smallestPledge: pence(planned.smallest),
          largestPledge: pence(planned.largest),
          opensOn: dayFrom(history.now, -daysAgo),
          closesOn: dayFrom(history.now, 365),
          purposes: planned.purposes,
          pays: planned.pays,
          returnConditions: planned.returnConditions,
          pledgeConditions: planned.pledgeConditions,
          approvalThreshold: Number.isFinite(threshold) ? pence(threshold) : null,
        },
      }),
    );
    world.mandates.set(planned.key, mandateId);
  });
}

export function pence(pounds: number): bigint {
  return BigInt(pounds) * 100n;
}
