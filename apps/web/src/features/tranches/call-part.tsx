import { useLingui } from '@lingui/react';

import { graphql } from '../../gql/index.js';
import { useFragmentData, type FragmentType } from '../../lib/fragment.js';
import { formatMoney } from '../../lib/money.js';
import { Stack } from '../../ui/layout.js';
import { Payment } from './payment.js';
import { RecordPaymentForm } from './record-payment-form.js';
import { ReleaseCall } from './release-call.js';
import { useTrancheWords } from './words.js';

export const CallPart_part = graphql(`
  fragment CallPart_part on CallPart {
    id
    organisation {
      id
      name
    }
    amount {
      minorUnits
      currency
      decimals
    }
    paid {
      minorUnits
      currency
      decimals
    }
    outstanding {
      minorUnits
      currency
      decimals
    }
    released {
      minorUnits
      currency
      decimals
    }
    releaseReason
    paymentReference
    payments {
      id
      ...Payment_payment
    }
    viewerCan {
      recordPayment {
        allowed
      }
      release {
        allowed
      }
    }
  }
`);

/** One funder's part of a payment request, its payments, and the form for the next one. */
export function CallPart({ part }: { readonly part: FragmentType<typeof CallPart_part> }) {
  const t = useTrancheWords();
  const { i18n } = useLingui();
  const data = useFragmentData(CallPart_part, part);
  if (data === null) return null;
  return (
    <Stack as="article" gap={3}>
      <h4>
        {t('part', {
          organisation: data.organisation.name,
          paid: formatMoney(data.paid, i18n.locale),
          amount: formatMoney(data.amount, i18n.locale),
        })}
      </h4>
      {data.payments.length === 0 ? null : (
        <ul>
          {data.payments.map((payment) => (
            <li key={payment.id}>
              <Payment payment={payment} />
            </li>
          ))}
        </ul>
      )}
      {data.viewerCan.recordPayment.allowed && data.paymentReference != null ? (
        <p>{t('part.reference', { reference: data.paymentReference })}</p>
      ) : null}
      {data.viewerCan.recordPayment.allowed ? (
        <RecordPaymentForm key={data.outstanding.minorUnits} callPartId={data.id} outstanding={data.outstanding} />
      ) : null}
      {data.releaseReason == null ? null : (
        <p>{t('unpaid.done', { amount: formatMoney(data.released, i18n.locale), reason: data.releaseReason })}</p>
      )}
      {data.viewerCan.release.allowed ? <ReleaseCall callPartId={data.id} /> : null}
    </Stack>
  );
}
