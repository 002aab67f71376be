import { addressInWords } from './address-text.js';

/** A page of the web that opens in a tab of its own, telling it nothing about ours; what is no web address is only text. */
export function WebAddress({
  url,
  text = addressInWords(url),
  className,
}: {
  readonly url: string;
  readonly text?: string;
  readonly className?: string | undefined;
}) {
  if (!/^https?:\/\//i.test(url)) return <span className={className}>{text}</span>;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer nofollow" title={url} className={className}>
      {text}
    </a>
  );
}
