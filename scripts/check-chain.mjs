// npm run check:chain: takes each use case of the chain away in turn, and expects the story to fail every time.
import { install } from './lib/prepare.mjs';
import { run, toolEnvironment } from './lib/run.mjs';
import { command } from './lib/trouble.mjs';

/** The sixteen steps, and the use cases behind them. */
const STEPS = [
  ['1 an idea is logged', 'LogIdea'],
  ['2 votes by perspective', 'CastVote'],
  ['3 an adoption interest', 'DeclareAdoptionInterest'],
  ['4 a component is registered', 'RegisterComponent'],
  ['5 a reuse offer is accepted', 'AcceptReuseOffer'],
  ['6 a brief and a lead organisation', 'SaveBrief'],
  ['7 the commons agreement is signed', 'SignCommonsAgreement'],
  ['8 a funding round is opened', 'OpenFundingRound'],
  ['9 funders pledge', 'PlacePledge'],
  ['10 a second person approves', 'ApprovePledge'],
  ['11 the round closes', 'CloseFundingRound'],
  ['12 the agenda is signed', 'SignAgenda'],
  ['13 an instalment is called and paid', 'CallTranche'],
  ['14 the promised output is submitted', 'SubmitReturn'],
  ['15 somebody without a conflict verifies it', 'VerifyReturn'],
  ['16 what users said is recorded, and it is in the commons', 'RecordUsersSaid'],
];

const STORY =
  'node --experimental-vm-modules node_modules/jest/bin/jest.js --selectProjects api -- apps/api/test/stories/from-need-to-commons';

await command(async () => {
  await install();
  // The story needs the server only, not the pages.
  await run('tsc -b apps/api', { env: toolEnvironment() });
  let faults = 0;
  const attempt = async (what, without) => {
    const { code, output } = await run(STORY, {
      env: toolEnvironment(without ? { OPENIMPACT_TEST_WITHOUT: without } : {}),
    });
    const asExpected = without ? code !== 0 && !output.includes('There is no use case') : code === 0;
    if (!asExpected) faults += 1;
    console.log(`${asExpected ? '✓' : '✗'} ${what}: the story ${code === 0 ? 'passes' : 'fails'}`);
  };
  await attempt('nothing taken away');
  for (const [step, useCase] of STEPS) await attempt(`without ${useCase} (${step})`, useCase);
  console.log(`${STEPS.length + 1 - faults} passed, ${faults} failed`);
  return faults === 0 ? 0 : 1;
});
