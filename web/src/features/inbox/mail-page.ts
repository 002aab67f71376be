import DOMPurify from 'dompurify';

/** Nothing loads and nothing runs in a mail's own page, whatever slipped through before. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'";

/** Pictures of the mail itself come as data; everything else on other machines would tell the sender who read it. */
const FORBIDDEN_TAGS = [
  'base',
  'button',
  'embed',
  'form',
  'frame',
  'frameset',
  'iframe',
  'input',
  'link',
  'math',
  'meta',
  'object',
  'option',
  'script',
  'select',
  'svg',
  'template',
  'textarea',
  'video',
  'audio',
  'xmp',
];

/** On white, as mails are written for; the page around it keeps its own colours. */
const LOOK =
  'body{margin:12px;font:14px/1.5 system-ui,sans-serif;color:#14181f;background:#fff;overflow-wrap:anywhere}';

/**
 * The page of a mail for a frame without any right: cleaned here in the browser, whatever the server cleaned before, links
 * without a referrer that open nothing of ours, and a policy of its own.
 */
export function mailPage(html: string): string {
  const purify = DOMPurify(window);
  purify.addHook('afterSanitizeAttributes', (node) => {
    if (node.tagName !== 'A') return;
    const host = hostOf(node.getAttribute('href'));
    node.setAttribute('rel', 'noopener noreferrer nofollow');
    node.setAttribute('target', '_blank');
    if (host) node.setAttribute('title', host);
  });
  const clean = purify.sanitize(html, {
    FORBID_TAGS: FORBIDDEN_TAGS,
    FORBID_ATTR: ['srcset', 'ping', 'formaction', 'action', 'background', 'poster'],
    ALLOW_DATA_ATTR: false,
  });
  purify.removeAllHooks();
  return `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><meta name="referrer" content="no-referrer"><style>${LOOK}</style></head><body>${clean}</body></html>`;
}

function hostOf(href: string | null): string | null {
  return href !== null && URL.canParse(href) ? new URL(href).host : null;
}
