import { changePassword } from '../../lib/session.js';
import { TextField } from '../../ui/fields.js';
import { useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import { useToast } from '../../ui/toast.js';
import { resultOf } from './session-result.js';
import { usePeopleWords } from './words.js';

export function PasswordForm() {
  const t = usePeopleWords();
  const toast = useToast();
  const form = useForm({ initial: { current: '', password: '' } });
  return (
    <Form
      form={form}
      label={t('settings.password.submit')}
      submit={t('settings.password.submit')}
      onSubmit={async ({ current, password }) => resultOf(await changePassword(current, password), t)}
      onDone={() => {
        form.reset();
        toast(t('settings.password.changed'));
      }}
    >
      <TextField
        name="current"
        type="password"
        autoComplete="current-password"
        label={t('settings.password.current')}
      />
      <TextField
        name="password"
        type="password"
        autoComplete="new-password"
        label={t('password.new')}
        hint={t('password.hint')}
        maxLength={128}
      />
    </Form>
  );
}
