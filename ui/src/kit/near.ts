// One observer for every picture of the page: a thousand thumbnails ask for their file only when they come near.
const reached = new WeakMap<Element, () => void>();
let observer: IntersectionObserver | null = null;

/** Calls `come` once, when `element` comes within a screen's height of what is shown. Returns the way to stop. */
export function whenNear(element: Element, come: () => void): () => void {
  observer ??= new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        if (!entry.isIntersecting) continue;
        observer?.unobserve(entry.target);
        reached.get(entry.target)?.();
      }
    },
    { rootMargin: '600px' },
  );
  reached.set(element, come);
  observer.observe(element);
  return () => observer?.unobserve(element);
}
