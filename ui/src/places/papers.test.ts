import { beforeEach, expect, it, vi } from 'vitest';

const { call, askPaperPath, leaveQuestion, announce, tell, sealed } = vi.hoisted(() => ({
  sealed: new Set<() => void>(),
  leaveQuestion: vi.fn(),
  call: vi.fn(),
  askPaperPath: vi.fn(),
  announce: vi.fn(),
  tell: vi.fn(),
}));
vi.mock('../host', () => ({ call }));
vi.mock('../kit/announce.svelte', () => ({ announce }));
vi.mock('./files', () => ({ tell }));
vi.mock('./paths.svelte', () => ({ askPaperPath, leaveQuestion }));
vi.mock('../rows/register.svelte', () => ({
  register: { onSealed: (heard: () => void) => (sealed.add(heard), () => sealed.delete(heard)) },
}));
vi.mock('../texts/index.svelte', () => ({
  brief: (text: string) => text,
  t: (key: string, words: Record<string, unknown> = {}) => [key, ...Object.values(words)].join(' '),
}));
const { savePaper, writePaper } = await import('./papers');

beforeEach(() => {
  for (const spy of [call, askPaperPath, leaveQuestion, announce, tell]) spy.mockReset();
  askPaperPath.mockResolvedValue('/home/a/Registre.pdf');
  call.mockResolvedValue({ path: '/home/a/Registre.pdf', name: 'Registre.pdf', size: 1, beside: null, shown: false });
});

it('a paper is saved where it was said, and told by its own name', async () => {
  expect(await writePaper({ kind: 'processing' })).toBe(false);
  expect(call).toHaveBeenCalledWith('export_paper', { paper: { kind: 'processing' }, to: '/home/a/Registre.pdf' });
  expect(announce).toHaveBeenLastCalledWith('register-paper-saved Registre.pdf');
  call.mockResolvedValue({ path: 'C:\\a\\b.pdf', name: 'b.pdf', size: 1, beside: 'b.json', shown: true });
  expect(await writePaper({ kind: 'person_data', person: 'p' })).toBe(true);
  expect(announce).toHaveBeenLastCalledWith('register-paper-both b.pdf b.json');
});

it('nothing is written when no place is given', async () => {
  askPaperPath.mockResolvedValue(null);
  expect(await writePaper({ kind: 'processing' })).toBeNull();
  expect(call).not.toHaveBeenCalled();
});

it('a second press asks nothing, and a refusal lets the next one through', async () => {
  call.mockRejectedValueOnce({ code: 'target_full' });
  await Promise.all([savePaper({ kind: 'processing' }), savePaper({ kind: 'processing' })]);
  expect(askPaperPath).toHaveBeenCalledTimes(1);
  expect(tell).toHaveBeenCalledWith({ code: 'target_full' });
  await savePaper({ kind: 'processing' });
  expect(askPaperPath).toHaveBeenCalledTimes(2);
});

it('the question for a place goes with the seal: the name that is offered says whose paper it is', async () => {
  askPaperPath.mockImplementation(() => new Promise((answer) => leaveQuestion.mockImplementation(() => answer(null))));
  const writing = writePaper({ kind: 'attestation', person: 'p' });
  for (const heard of sealed) heard();
  expect(await writing).toBeNull();
  expect([call.mock.calls.length, sealed.size]).toEqual([0, 0]);
});
