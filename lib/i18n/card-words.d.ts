// The words of the card as the build makes them.
declare module '*/messages.json?card' {
  const messages: Readonly<Record<string, { readonly message: string }>>;
  export default messages;
}
