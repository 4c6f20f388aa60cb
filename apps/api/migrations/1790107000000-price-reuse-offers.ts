import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an offer costs, so that it can become typed lines of the budget. */
export class PriceReuseOffers1790107000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`set local lock_timeout = '5s'`);
    await db.query(`
      alter table reuse_offers
        add column currency char(3),
        add column adaptation_fee_minor bigint constraint reuse_offers_adaptation_fee_check check (adaptation_fee_minor > 0),
        add column maintenance_minor bigint constraint reuse_offers_maintenance_check check (maintenance_minor > 0),
        add constraint reuse_offers_price_has_currency_check
          check ((currency is null) = (adaptation_fee_minor is null and maintenance_minor is null))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table reuse_offers drop column adaptation_fee_minor, drop column maintenance_minor, drop column currency`);
  }
}
