import { describe, expect, it } from '@jest/globals';
import { safeHtml } from './safe-html.js';

/** What must never be in the page of a mail, however it got there. */
const LIVE =
  /<(?:script|style|svg|math|iframe|object|embed|form|input|button|textarea|template|link|meta|base|video|audio)\b|\son[a-z]+\s*=\s*["'a-z]|(?:href|src|action|background|srcset|poster|formaction|xlink:href)\s*=\s*["']?\s*(?:javascript|vbscript|data:text|data:image\/svg|file|https?:\/\/evil[^"]*"[^>]*>\s*$)/i;

describe('a mail with nothing left that runs or loads', () => {
  it.each([
    '<script>alert(1)</script>',
    '<scr<script>ipt>alert(1)</scr</script>ipt>',
    '<img src=x onerror=alert(1)>',
    '<img src="x" onerror="alert(1)" onload=alert(1)>',
    '<svg onload=alert(1)>',
    '<svg><script>alert(1)</script></svg>',
    '<svg><style><img src=x onerror=alert(1)></style></svg>',
    '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>',
    '<math><mi><b><img src=x onerror=alert(1)></b></mi></math>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href=" java\nscript:alert(1)">x</a>',
    '<a href="&#106;avascript:alert(1)">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    '<a href="vbscript:msgbox(1)">x</a>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<object data="javascript:alert(1)"></object>',
    '<embed src="javascript:alert(1)">',
    '<form action="javascript:alert(1)"><button>go</button></form>',
    '<button formaction="javascript:alert(1)">go</button>',
    '<input autofocus onfocus=alert(1)>',
    '<select autofocus onfocus=alert(1)><option></select>',
    '<textarea autofocus onfocus=alert(1)></textarea>',
    '<details open ontoggle=alert(1)>x</details>',
    '<body onload=alert(1)>',
    '<div style="background:url(javascript:alert(1))">x</div>',
    '<div style="background-image:url(https://evil.example/p.gif)">x</div>',
    '<div style="width:expression(alert(1))">x</div>',
    '<div style="behavior:url(x.htc)">x</div>',
    '<style>@import "https://evil.example/x.css";</style>',
    '<link rel=stylesheet href=https://evil.example/x.css>',
    '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
    '<base href="https://evil.example/">',
    '<table background="https://evil.example/p.gif"><tr><td>x</table>',
    '<img srcset="https://evil.example/p.gif 1x">',
    '<img src="https://evil.example/p.gif">',
    '<img src="cid:1">',
    '<img src="data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+">',
    '<video src=https://evil.example/v onerror=alert(1)><source onerror=alert(1)></video>',
    '<audio src=x onerror=alert(1)>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    '<template><img src=x onerror=alert(1)></template>',
    '<xmp><img src=x onerror=alert(1)></xmp>',
    '<listing><img src=x onerror=alert(1)></listing>',
    '<plaintext><img src=x onerror=alert(1)>',
    '<!--><img src=x onerror=alert(1)>-->',
    '<![CDATA[<img src=x onerror=alert(1)>]]>',
    '<p title="`<img src=x onerror=alert(1)>`">x</p>',
    '<a title="x&quot; onmouseover=&quot;alert(1)" href="https://a.example">x</a>',
    '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
    '<marquee onstart=alert(1)>x</marquee>',
    '<keygen autofocus onfocus=alert(1)>',
    '<x contenteditable onblur=alert(1)>lose focus</x>',
    '<div id="x" name="y" class="z">clobber</div>',
    '<portal src="javascript:alert(1)">',
    '<select><noscript></select><script>alert(1)</script></noscript>',
    '\u0000<scr\u0000ipt>alert(1)</script>',
  ])('%s', (payload) => {
    const { html } = safeHtml(`<p>before</p>${payload}<p>after</p>`);
    expect(html).not.toMatch(LIVE);
    expect(html).not.toContain('evil.example/');
    expect(html).toContain('before');
  });

  it('keeps what a letter is made of', () => {
    const letter =
      '<p style="color: #333; position: fixed">Hi <b>Mila</b>,</p><ul><li>one</li></ul><table><tbody><tr><td colspan="2">x</td></tr></tbody></table>';
    expect(safeHtml(letter).html).toBe(letter.replace('; position: fixed', ''));
  });

  it('shows the real host of a link whose words say another', () => {
    const { html } = safeHtml('<a href="https://evil.test/login">https://bank.example</a>');
    expect(html).toBe(
      '<a href="https://evil.test/login" target="_blank" rel="noopener noreferrer nofollow">https://bank.example</a> <span class="host">[evil.test]</span>',
    );
  });

  it('shows pictures that came with it and names those that would be fetched', () => {
    const inside = 'data:image/png;base64,iVBORw0KGgo=';
    expect(safeHtml(`<img src="${inside}" alt="logo">`).html).toContain(`src="${inside}"`);
    expect(safeHtml('<img src="https://evil.example/p.gif" alt="logo">').html).toBe('<span>[logo]</span>');
  });

  it.each([
    ['deep', '<div>'.repeat(20_000)],
    ['deep bold', '<b>'.repeat(20_000)],
    ['wide', '<i></i>'.repeat(120_000)],
    ['of broken tables', '<table><tr><td>'.repeat(3_000)],
    ['of unclosed links', '<a href=x><table>'.repeat(2_000)],
    ['long', 'x'.repeat(2_000_000)],
  ])('ends with a mail that is %s', (_, payload) => {
    const { html, isCut } = safeHtml(payload);
    expect(html.length).toBeLessThan(3_000_000);
    expect(typeof isCut).toBe('boolean');
  });
});
