import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useSyncExternalStore,
} from 'react';
import { type KeyAction, type Pressed, pressed } from './key-presses.js';

interface KeyStore {
  readonly add: (actions: readonly KeyAction[]) => () => void;
  readonly all: () => readonly KeyAction[];
  readonly subscribe: (changed: () => void) => () => void;
}

const KeysContext = createContext<KeyStore | null>(null);

function makeStore(): KeyStore {
  let groups: (readonly KeyAction[])[] = [];
  let flat: readonly KeyAction[] = [];
  const changed = new Set<() => void>();
  const update = (next: (readonly KeyAction[])[]) => {
    groups = next;
    flat = groups.flat();
    for (const tell of changed) tell();
  };
  return {
    add: (actions) => {
      update([...groups, actions]);
      return () => update(groups.filter((group) => group !== actions));
    },
    all: () => flat,
    subscribe: (tell) => {
      changed.add(tell);
      return () => changed.delete(tell);
    },
  };
}

/** Keys typed into a field, or held with Ctrl, Alt or Cmd, belong to the field or the browser. */
function isForUs(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.isComposing)
    return false;
  const at = event.target instanceof Element ? event.target : null;
  if (
    at?.closest(
      'input:not([type=checkbox]), textarea, select, [contenteditable=true], [role=dialog], [role=menu]',
    )
  )
    return false;
  const activates = event.key === 'Enter' || event.key === ' ';
  return !(activates && at?.closest('button, a[href], [role=button], [role=option], summary, input'));
}

/** Listens to the keyboard for all pages. */
export function KeysProvider({ children }: { readonly children: ReactNode }) {
  const store = useMemo(makeStore, []);
  const before = useRef<Pressed>({ keys: [], at: 0 });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isForUs(event)) return;
      const { action, next } = pressed(store.all(), before.current, event.key, event.timeStamp);
      before.current = next;
      if (!action) return;
      event.preventDefault();
      action.run();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [store]);
  return <KeysContext value={store}>{children}</KeysContext>;
}

function useStore(): KeyStore {
  const store = useContext(KeysContext);
  if (!store) throw new Error('useKeys needs a KeysProvider above it');
  return store;
}

/**
 * Registers the keys of a page while it is on screen; they stand in the help of `?`. The functions may change with
 * every drawing, the list of keys and labels is what counts as a change.
 */
export function useKeys(actions: readonly KeyAction[]): void {
  const store = useStore();
  const latest = useRef(actions);
  latest.current = actions;
  const shape = JSON.stringify(actions.map(({ keys, label }) => [keys, label]));
  useEffect(() => {
    const entries = JSON.parse(shape) as [string, string][];
    return store.add(
      entries.map(([keys, label], index) => ({ keys, label, run: () => latest.current[index]?.run() })),
    );
  }, [store, shape]);
}

/** All keys that work on the page now, for the help. */
export function useAllKeys(): readonly KeyAction[] {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, store.all);
}
