const ADDRESS = /(https?:\/\/[^\s<>"]+)/u;

/** Plain text whose web addresses can be followed. */
export function LinkedText({ text }: { readonly text: string }) {
  let at = 0;
  return text.split(ADDRESS).map((part) => {
    const key = at;
    at += part.length;
    return ADDRESS.test(part) ? (
      <a key={key} href={part}>
        {part}
      </a>
    ) : (
      <span key={key}>{part}</span>
    );
  });
}
