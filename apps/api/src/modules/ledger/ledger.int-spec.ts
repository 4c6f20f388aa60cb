import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { anApi, type TestApi } from '../../../test/support/api.js';
import { aFunder, anOpenRound, brokenInvariants, codesOf, pledge } from '../../../test/support/funding.js';
import { INVARIANTS } from '../../invariants/index.js';
import { constraintName, newId, sqlState } from '../../platform/database/index.js';
import { ReviseMandate } from '../mandates/index.js';

let api: TestApi;
beforeAll(async () => {
  api = await anApi();
});
afterAll(async () => {
  await api.close();
});

const refusal = async (work: Promise<unknown>) => {
  try {
    await work;
  } catch (error) {
    return constraintName(error) || sqlState(error);
  }
  return 'accepted';
};

describe('the ledger, whatever the application does', () => {
  async function anAccount(currency = 'GBP'): Promise<string> {
    const id = newId();
    await api.dataSource.query(
      `insert into ledger_accounts (id, kind, owner_type, owner_id, currency) values ($1, 'MANDATE_CONTROL', 'MANDATE', $2, $3)`,
      [id, newId(), currency],
    );
    return id;
  }
  const write = (entries: readonly { account: string; currency?: string; amount: number }[]) =>
    api.dataSource.transaction(async (manager) => {
      const id = newId();
      await manager.query(
        `insert into ledger_transactions (id, kind, cause_type, cause_id, effect_key, effective_at) values ($1, 'BUDGET_SET', 'MANDATE', $2, $3, now())`,
        [id, newId(), id],
      );
      for (const { account, currency = 'GBP', amount } of entries) {
        await manager.query(
          `insert into ledger_entries (id, transaction_id, account_id, currency, amount_minor, balance_after, account_version) values ($1, $2, $3, $4, $5, 0, 1)`,
          [newId(), id, account, currency, amount],
        );
      }
    });

  it('refuses a transaction that does not balance in each currency, and one without entries', async () => {
    const [pounds, others, euros] = [await anAccount(), await anAccount(), await anAccount('EUR')];
    expect(await refusal(write([]))).toBe('ledger_transactions_have_entries_check');
    expect(await refusal(write([{ account: pounds, amount: 5 }]))).toBe('ledger_transactions_balance_check');
    expect(
      await refusal(
        write([
          { account: pounds, amount: 5 },
          { account: others, amount: -4 },
        ]),
      ),
    ).toBe('ledger_transactions_balance_check');
    expect(
      await refusal(
        write([
          { account: pounds, amount: 5 },
          { account: euros, currency: 'EUR', amount: -5 },
        ]),
      ),
    ).toBe('ledger_transactions_balance_check');
  });

  it('refuses an entry of nothing, in another currency, or under a version that is taken', async () => {
    const [account, other] = [await anAccount(), await anAccount()];
    expect(await refusal(write([{ account, amount: 0 }]))).toBe('ledger_entries_amount_not_zero_check');
    expect(await refusal(write([{ account, currency: 'EUR', amount: 5 }]))).toBe('ledger_entries_account_fk');
    expect(
      await refusal(
        write([
          { account, amount: 5 },
          { account, amount: -5 },
          { account: other, amount: 1 },
        ]),
      ),
    ).toBe('ledger_entries_account_version_key');
  });

  it('keeps what was written: no update, no delete, no truncate', async () => {
    await aFunder(api);
    for (const table of ['ledger_entries', 'ledger_transactions']) {
      expect(await refusal(api.dataSource.query(`update ${table} set id = id`))).toBe('23001');
      expect(await refusal(api.dataSource.query(`delete from ${table}`))).toBe('23001');
      expect(await refusal(api.dataSource.query(`truncate ${table} cascade`))).toBe('23001');
    }
  });

  it('never lets a round pass its target or a mandate its budget, even past every rule', async () => {
    const { roundId } = await anOpenRound(api, { target: 1_000n });
    const funder = await aFunder(api, { budget: 500n });
    expect(
      await refusal(api.dataSource.query('update funding_rounds set pledged_minor = 1001 where id = $1', [roundId])),
    ).toBe('funding_rounds_within_target_check');
    expect(
      await refusal(api.dataSource.query('update mandates set drawn_minor = 501 where id = $1', [funder.mandateId])),
    ).toBe('mandates_drawn_within_budget_check');
  });
});

describe('a budget', () => {
  it('is raised and lowered in the ledger with its mandate, and never below what is pledged', async () => {
    const { roundId } = await anOpenRound(api);
    const funder = await aFunder(api, { budget: 10_000n });
    await pledge(api, funder, roundId, 4_000n);
    const revise = (budget: bigint) =>
      api.app.get(ReviseMandate).execute(funder.maker, {
        mandateId: funder.mandateId,
        draft: {
          title: 'Less',
          themes: ['HEALTH'],
          currency: 'GBP',
          budget,
          largestPledge: budget,
          closesOn: '2099-12-31',
        },
      });
    expect(codesOf(await revise(3_999n))).toEqual(['BUDGET_BELOW_WHAT_IS_DRAWN']);
    expect((await revise(4_000n)).ok).toBe(true);
    expect((await revise(9_000n)).ok).toBe(true);
    const [account] = await api.dataSource.query(
      `select balance from ledger_accounts where owner_id = $1 and kind = 'MANDATE_AVAILABLE'`,
      [funder.mandateId],
    );
    expect(account.balance).toBe('5000');
    expect(await brokenInvariants(api)).toEqual([]);
  });
});

describe('the invariants', () => {
  it('are each a query that runs, numbered once', () => {
    expect(new Set(INVARIANTS.map((invariant) => invariant.id)).size).toBe(INVARIANTS.length);
  });

  it('find what is broken on purpose', async () => {
    const { roundId } = await anOpenRound(api);
    const funder = await aFunder(api);
    await pledge(api, funder, roundId, 4_000n);
    const broken = async (sabotage: string, repair: string) => {
      await api.dataSource.query(sabotage);
      const found = (await brokenInvariants(api)).map((result) => result.id);
      await api.dataSource.query(repair);
      return found;
    };
    const pledged = `where round_id = '${roundId}'`;
    expect(
      await broken(
        `update pledges set amount_minor = 3999 ${pledged}`,
        `update pledges set amount_minor = 4000 ${pledged}`,
      ),
    ).toEqual(['I7', 'I20']);
    expect(
      await broken(
        `update ledger_accounts set balance = balance + 1 where kind = 'MANDATE_AVAILABLE' and owner_id = '${funder.mandateId}'`,
        `update ledger_accounts set balance = balance - 1 where kind = 'MANDATE_AVAILABLE' and owner_id = '${funder.mandateId}'`,
      ),
    ).toEqual(['I2', 'I6']);
    expect(
      await broken(
        'drop trigger ledger_entries_append_only on ledger_entries',
        'create trigger ledger_entries_append_only before update or delete on ledger_entries for each row execute function refuse_change()',
      ),
    ).toEqual(['I13']);
    expect(
      await broken(
        `update pledges set threshold_minor = 1 ${pledged}`,
        `update pledges set threshold_minor = null ${pledged}`,
      ),
    ).toEqual(['I12']);
    expect(await brokenInvariants(api)).toEqual([]);
  });
});
