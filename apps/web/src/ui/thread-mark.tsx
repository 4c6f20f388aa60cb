/** The product's mark: a thread through stations that comes back to where it began. */
export function ThreadMark({ size = 28 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 28 28" fill="none" aria-hidden="true" focusable="false">
      <path
        d="M4 10h17a5 5 0 0 1 0 10H9"
        stroke="currentColor"
        strokeWidth="2.5"
        strokeLinecap="round"
        strokeDasharray="17 0 30 4 3.5 4"
      />
      <circle cx="4.5" cy="10" r="3.5" fill="currentColor" />
      <circle cx="13.5" cy="10" r="3.5" fill="currentColor" />
      <circle cx="7" cy="20" r="3" stroke="currentColor" strokeWidth="2.5" />
    </svg>
  );
}
