import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, screen, waitFor } from '@testing-library/react';
import { renderPart } from '../testing/render.js';
import { TextArea, TextField } from './fields.js';
import { Form } from './form.js';
import { useForm, type Attempt } from './form-state.js';

interface Typed {
  readonly title: string;
  readonly need: string;
  readonly [name: string]: string;
}
type Submit = (values: Typed, attempt: Attempt) => Promise<{ readonly __typename: string } | null>;

function TestForm({ onSubmit, onDone }: { readonly onSubmit: Submit; readonly onDone?: () => void }) {
  const form = useForm<Typed>({ draft: 'test', initial: { title: '', need: '' } });
  return (
    <Form form={form} submit="Log this idea" onSubmit={onSubmit} onDone={() => onDone?.()}>
      <TextField name="title" label="Title" />
      <TextArea name="need" label="Need" optional />
    </Form>
  );
}

const TOO_SHORT = {
  __typename: 'Refusal',
  requirements: [{ code: 'TITLE_TOO_SHORT', message: 'Say a little more', met: false, path: ['input', 'title'] }],
};

describe('a form', () => {
  beforeEach(() => localStorage.clear());

  it('tells a refusal beside the field, moves there and keeps what was typed', async () => {
    const { user } = renderPart(<TestForm onSubmit={async () => TOO_SHORT} />);
    await user.type(screen.getByLabelText('Title'), 'Bus');
    await user.click(screen.getByRole('button', { name: 'Log this idea' }));

    const field = screen.getByLabelText('Title');
    await waitFor(() => expect(field).toHaveFocus());
    expect(field).toHaveValue('Bus');
    expect(field).toBeInvalid();
    expect(field).toHaveAccessibleDescription(/Say a little more/);
  });

  it('keeps what was typed when the connection is lost, and sends it once more with the same key', async () => {
    const submit = jest
      .fn<Submit>()
      .mockRejectedValueOnce(new TypeError('Failed to fetch'))
      .mockResolvedValueOnce({ __typename: 'LogIdeaPayload' });
    const done = jest.fn();
    const { user } = renderPart(<TestForm onSubmit={submit} onDone={done} />);
    await user.type(screen.getByLabelText('Title'), 'A bus that waits');
    await user.click(screen.getByRole('button', { name: 'Log this idea' }));

    expect(await screen.findByText(/could not be reached/)).toBeInTheDocument();
    expect(screen.getByLabelText('Title')).toHaveValue('A bus that waits');
    await user.click(screen.getByRole('button', { name: /Try again/ }));
    await waitFor(() => expect(done).toHaveBeenCalledTimes(1));

    const keys = submit.mock.calls.map(([, attempt]) => attempt.idempotencyKey);
    expect(keys[0]).toBe(keys[1]);
  });

  it('takes a new key when what is sent has changed', async () => {
    const submit = jest.fn<Submit>().mockRejectedValue(new TypeError('Failed to fetch'));
    const { user } = renderPart(<TestForm onSubmit={submit} />);
    await user.type(screen.getByLabelText('Title'), 'One');
    await user.click(screen.getByRole('button', { name: 'Log this idea' }));
    await screen.findByRole('button', { name: /Try again/ });
    await user.type(screen.getByLabelText('Title'), ' more');
    await user.click(screen.getByRole('button', { name: /Log this idea/ }));
    await waitFor(() => expect(submit).toHaveBeenCalledTimes(2));
    expect(submit.mock.calls[0]![1].idempotencyKey).not.toBe(submit.mock.calls[1]![1].idempotencyKey);
  });

  it('brings back after a reload what was typed, and says so', async () => {
    const before = renderPart(<TestForm onSubmit={async () => null} />);
    await before.user.type(screen.getByLabelText('Title'), 'Half a thought');
    before.unmount();

    renderPart(<TestForm onSubmit={async () => null} />);
    await waitFor(() => expect(screen.getByLabelText('Title')).toHaveValue('Half a thought'));
    expect(screen.getByText(/kept what you typed/)).toBeInTheDocument();
  });

  it('forgets the draft once it is accepted', async () => {
    const done = jest.fn();
    const { user, unmount } = renderPart(<TestForm onSubmit={async () => ({ __typename: 'Done' })} onDone={done} />);
    await user.type(screen.getByLabelText('Title'), 'A whole thought');
    await user.click(screen.getByRole('button', { name: 'Log this idea' }));
    await waitFor(() => expect(done).toHaveBeenCalled());
    unmount();
    renderPart(<TestForm onSubmit={async () => null} />);
    expect(screen.getByLabelText('Title')).toHaveValue('');
  });

  describe('without a connection', () => {
    const online = (is: boolean) => jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(is);
    const comeBack = () => {
      online(true);
      act(() => void window.dispatchEvent(new Event('online')));
    };
    afterEach(() => void jest.restoreAllMocks());

    it('waits, and sends itself once when there is one, also after a reload and with two windows', async () => {
      online(false);
      const submit = jest.fn<Submit>().mockResolvedValue({ __typename: 'Done' });
      const first = renderPart(<TestForm onSubmit={submit} />);
      await first.user.type(screen.getByLabelText('Title'), 'From the bus');
      await first.user.click(screen.getByRole('button', { name: 'Log this idea' }));
      expect(await screen.findByText(/sends itself, once/)).toBeInTheDocument();
      first.unmount();

      renderPart(<TestForm onSubmit={submit} />);
      renderPart(<TestForm onSubmit={submit} />);
      await waitFor(() => expect(screen.getAllByText(/sends itself, once/)).toHaveLength(2));
      expect(submit).not.toHaveBeenCalled();
      comeBack();
      await waitFor(() => expect(submit).toHaveBeenCalledTimes(1));
      expect(submit.mock.calls[0]![0]).toMatchObject({ title: 'From the bus' });
      comeBack();
      expect(submit).toHaveBeenCalledTimes(1);
    });

    it('does not send what was taken back, or changed since', async () => {
      online(false);
      const submit = jest.fn<Submit>();
      const { user } = renderPart(<TestForm onSubmit={submit} />);
      await user.type(screen.getByLabelText('Title'), 'One');
      await user.click(screen.getByRole('button', { name: 'Log this idea' }));
      await user.click(await screen.findByRole('button', { name: 'Do not send it' }));
      await user.click(screen.getByRole('button', { name: 'Log this idea' }));
      await user.type(screen.getByLabelText('Title'), ' more');
      comeBack();
      expect(submit).not.toHaveBeenCalled();
      expect(screen.getByLabelText('Title')).toHaveValue('One more');
    });
  });

  it('asks for what is needed before it sends anything', async () => {
    const submit = jest.fn<Submit>();
    const { user } = renderPart(<TestForm onSubmit={submit} />);
    await user.click(screen.getByRole('button', { name: 'Log this idea' }));
    await waitFor(() => expect(screen.getByLabelText('Title')).toHaveFocus());
    expect(screen.getByLabelText('Title')).toBeInvalid();
    expect(screen.getByLabelText(/Need/)).toBeValid();
    expect(submit).not.toHaveBeenCalled();
  });

  it('sends once, however often the button is pressed', async () => {
    let answer: (value: { readonly __typename: string }) => void = () => undefined;
    const submit = jest.fn<Submit>(() => new Promise((resolve) => (answer = resolve)));
    const { user } = renderPart(<TestForm onSubmit={submit} />);
    await user.type(screen.getByLabelText('Title'), 'Once');
    await user.click(screen.getByRole('button', { name: 'Log this idea' }));
    await user.click(screen.getByRole('button', { name: /Sending/ }));
    answer({ __typename: 'Done' });
    await waitFor(() => expect(screen.getByRole('button', { name: 'Log this idea' })).toBeInTheDocument());
    expect(submit).toHaveBeenCalledTimes(1);
  });
});
