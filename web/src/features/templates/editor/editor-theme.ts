import { EditorView } from '@codemirror/view';

/** The editor in the colours and the type of the other fields. */
export const editorTheme = EditorView.theme({
  '&': { backgroundColor: 'transparent', color: 'var(--ll-text-1)', fontSize: '0.8125rem' },
  '&.cm-focused': { outline: '2px solid var(--ll-accent)', outlineOffset: '-1px' },
  '.cm-scroller': { fontFamily: 'inherit', lineHeight: '1.5', minHeight: '260px', maxHeight: '60vh' },
  '.cm-content': { caretColor: 'var(--ll-text-1)', padding: '8px 0' },
  '.cm-cursor': { borderLeftColor: 'var(--ll-text-1)' },
  '.cm-gutters': { backgroundColor: 'transparent', color: 'var(--ll-quiet)', border: 'none' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--ll-accent-wash)',
  },
  '.ll-tag': { color: 'var(--ll-accent)' },
  '.cm-tooltip': {
    border: '1px solid var(--ll-line-strong)',
    borderRadius: '6px',
    backgroundColor: 'var(--ll-surface)',
    color: 'var(--ll-text-1)',
    maxWidth: '360px',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'inherit' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    backgroundColor: 'var(--ll-accent)',
    color: 'var(--ll-on-accent)',
  },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--ll-removed)',
    textDecorationSkipInk: 'none',
  },
  '.cm-lintRange-warning': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--ll-differs)',
    textDecorationSkipInk: 'none',
  },
});
