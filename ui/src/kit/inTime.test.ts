// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { sentInTime } from './inTime';

afterEach(() => vi.restoreAllMocks());

it('sends what is typed when the page goes or goes out of sight, and no more once it is left', () => {
  const send = vi.fn();
  const end = sentInTime(send)(document.body);
  window.dispatchEvent(new Event('pagehide'));
  expect(send).toHaveBeenCalledTimes(1);

  document.dispatchEvent(new Event('visibilitychange'));
  expect(send, 'a page that comes back sends nothing').toHaveBeenCalledTimes(1);
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  document.dispatchEvent(new Event('visibilitychange'));
  expect(send).toHaveBeenCalledTimes(2);

  if (end) end();
  window.dispatchEvent(new Event('pagehide'));
  expect(send).toHaveBeenCalledTimes(2);
});
