import { registerDecorator } from 'class-validator';
import ipaddr from 'ipaddr.js';
import { parseUrl } from '../../core/sites/parse-url.js';

type Rule = (target: object, property: string) => void;

/** Empty, or an absolute URL (for a list: every entry) with one of the protocols. */
export function IsAddressOf(protocols: readonly string[]): Rule {
  const names = protocols.map((protocol) => `${protocol}//`).join(' or ');
  return rule('isAddressOf', `must be an address that starts with ${names}`, (text) => {
    return text === '' || protocols.includes(parseUrl(text)?.protocol ?? '');
  });
}

/** A list of CIDR ranges such as `10.0.0.0/8` or `fd00::/8`. */
export function IsCidr(): Rule {
  return rule('isCidr', 'must hold CIDR ranges such as 10.0.0.0/8', (text) => ipaddr.isValidCIDR(text));
}

/** A list of name servers such as `192.0.2.53`, `192.0.2.53:5353` or `[2001:db8::53]:5353`. */
export function IsNameServer(): Rule {
  return rule('isNameServer', 'must hold addresses of name servers such as 192.0.2.53:53', (text) => {
    const [, bracketed, plain] = /^(?:\[([^\]]+)\](?::\d{1,5})?|([^:]+)(?::\d{1,5})?)$/.exec(text) ?? [];
    return ipaddr.isValid(text) || ipaddr.isValid(bracketed ?? plain ?? '');
  });
}

/** Empty, a number of hops, or a comma-separated list of addresses and ranges. */
export function IsProxyTrust(): Rule {
  return rule('isProxyTrust', 'must be a number of hops or a list of addresses and CIDR ranges', (text) => {
    if (text === '' || /^\d{1,2}$/.test(text)) return true;
    return text.split(',').every((part) => ipaddr.isValid(part.trim()) || ipaddr.isValidCIDR(part.trim()));
  });
}

function rule(name: string, says: string, holds: (text: string) => boolean): Rule {
  return (target, property) => {
    registerDecorator({
      name,
      target: target.constructor,
      propertyName: property,
      options: { message: `${property} ${says}` },
      validator: {
        validate: (value: unknown) =>
          (Array.isArray(value) ? value : [value]).every((part) => typeof part === 'string' && holds(part)),
      },
    });
  };
}
